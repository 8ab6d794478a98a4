using TrunkBot.Chat;
using TrunkBot.Languages;
using TrunkBot.Policies;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Approvals;

/// <summary>Whoever asks for approvals. Called inside the deciding transaction.</summary>
internal interface IApprovalSubject
{
    /// <summary>True for a subject id of this kind.</summary>
    bool Owns(string subjectId);

    /// <summary>What should be known before it is approved, as things stand now; some of it may have come after it was asked.</summary>
    Task<IReadOnlyList<Noted>> WarningsAsync(Approval approval, CancellationToken ct);

    /// <summary>Asks the rules again: they, or what they look at, may have changed since the question was put.</summary>
    Task<Verdict> JudgeAsync(Approval approval, CancellationToken ct);

    Task GrantedAsync(Approval approval, CancellationToken ct);

    Task RejectedAsync(Approval approval, CancellationToken ct);

    Task ExpiredAsync(Approval approval, CancellationToken ct);

    Task WithdrawnAsync(Approval approval, CancellationToken ct);

    /// <summary>What whoever asked can do about it, as buttons on the room's card.</summary>
    Task<IReadOnlyList<AdaptiveAction>> ButtonsOfAskerAsync(Approval approval, ChatTurn turn, CancellationToken ct);

    /// <summary>The channel's own id of whoever asked; null where they did not ask on this channel.</summary>
    Task<string?> AccountOfAskerAsync(Approval approval, string channelId, CancellationToken ct);

    /// <summary>The approvers cannot be reached, or can be again: whoever asked reads this.</summary>
    Task SayAsync(Approval approval, Func<string> text, CancellationToken ct);
}
