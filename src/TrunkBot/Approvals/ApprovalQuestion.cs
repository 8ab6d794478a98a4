using TrunkBot.Access;
using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.VideoSdk;

namespace TrunkBot.Approvals;

/// <summary>What somebody wants decided, and who has to approve it at least.</summary>
internal sealed record ApprovalQuestion(
    string SubjectId, Person Asker, Noted Title, IReadOnlyList<ApprovalFact> Facts, IReadOnlyList<Noted> Warnings, byte[] Fingerprint, Verdict Needs);

/// <summary>A line of the card, as it is stored: in English.</summary>
internal sealed record ApprovalFact(string Title, string Value)
{
    public const string Direction = "Direction";

    /// <summary>As a person reads it.</summary>
    public ApprovalFact Said() => new(Say.It(Title), Title is Direction ? TrunkDirection.Said(Value) : Value);
}

/// <summary>What a person was shown, by its mark.</summary>
internal sealed record Sight(string PersonId, string Mark, bool Pushing = false);
