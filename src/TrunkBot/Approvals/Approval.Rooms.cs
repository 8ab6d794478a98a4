using System.Globalization;

namespace TrunkBot.Approvals;

/// <summary>Where the question stands, and what has been seen of it there.</summary>
internal sealed partial class Approval
{
    /// <summary>The room's conversation reference as JSON.</summary>
    public string Room { get; private set; } = "";

    /// <summary>The post that was made; null until it is.</summary>
    public string? PostId { get; private set; }

    /// <summary>The conversation reference of the escalation room, as JSON; null until the question was put there too.</summary>
    public string? SecondRoom { get; private set; }

    /// <summary>The post in the second room; null until it is made.</summary>
    public string? SecondPostId { get; private set; }

    /// <summary>What the second room has seen last.</summary>
    public string? SecondShown { get; private set; }

    /// <summary>What the room has seen last; the same is not posted twice.</summary>
    public string? Shown { get; private set; }

    public string Current => string.Create(CultureInfo.InvariantCulture, $"{State} {Mark}, {Counted.Count} of {Required} {Role}, {Lapsed.Count} lapsed, {Left}: {Outcome}");

    private string Left => string.Join(", ", Handovers.Select(handover => $"{handover.FromId} to {handover.ToId}"));

    /// <summary>The room is gone, and there is another: the question is put there, as a post of its own.</summary>
    public void MoveTo(string room)
    {
        (Room, PostId, Shown) = (room, null, null);
        Touch();
    }

    /// <summary>The same for the second room.</summary>
    public void MoveSecondTo(string room)
    {
        (SecondRoom, SecondPostId, SecondShown) = (room, null, null);
        Touch();
    }

    public void Escalate(string room)
    {
        Require(ApprovalState.Open);
        SecondRoom = room;
    }
}
