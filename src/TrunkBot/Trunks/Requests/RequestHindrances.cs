using TrunkBot.Access;

namespace TrunkBot.Trunks.Requests;

/// <summary>There is no such request, or it is not theirs to see: nobody learns which.</summary>
internal sealed record NotSeen : Hindrance;

internal sealed record OnlyTheAsker(TrunkRequest Request) : Hindrance;

internal sealed record OnlyAskerOrAdmin(TrunkRequest Request) : Hindrance;

/// <summary>A draft is no request yet.</summary>
internal sealed record NotSubmitted(TrunkRequest Request) : Hindrance;

/// <summary>It has gone too far for that, or has ended.</summary>
internal sealed record TooFar(TrunkRequest Request) : Hindrance;

/// <summary>It has not ended, or was created.</summary>
internal sealed record NothingToAskAgain : Hindrance;

internal sealed record AskerCannotSettle : Hindrance;

internal sealed record NothingToSettle(TrunkRequest Request) : Hindrance;

internal sealed record NotOnHold : Hindrance;
