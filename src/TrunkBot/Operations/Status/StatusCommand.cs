using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Diagnostics;
using TrunkBot.Languages;

namespace TrunkBot.Operations.Status;

/// <summary>How TrunkBot is doing, for an Admin who has no dashboard at hand.</summary>
internal sealed class StatusCommand(IEnumerable<IStatusPart> parts, RecentTrouble trouble, HomeTenant home) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "trunk status", Say.Later("Show how TrunkBot is doing, and what needs a look"), [Role.Admin], new Command("status"), ["/trunk status"])
    {
        Phrases = ["are you ok", "are you there", "health", "how are you", "is everything ok", "what is wrong", "what's wrong"],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var lines = new List<StatusLine>();
        foreach (var part in parts)
            lines.AddRange(await part.ReadAsync(turn.Person, ct));
        await turn.ShowAsync(StatusCard.Of(lines, MayReadLog(turn.Person) ? [.. trouble.Last.Select(StatusTexts.Problem)] : null, turn.Channel.CardActions), ct);
    }

    // The log is about all tenants.
    private bool MayReadLog(Person admin) => !home.IsMultiTenant || home.Id?.ToString() == admin.TenantId;
}
