using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Languages;

namespace TrunkBot.Trunks.Looking;

/// <summary>What a company has and asks for, at one look.</summary>
internal sealed class OverviewCommand(OverviewReader reader) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "trunk overview", Say.Later("Show how many trunks and requests there are, by carrier, direction and state"), [Role.Approver, Role.Admin], new Command("overview"), ["/trunk overview"])
    {
        Phrases = ["overview", "show overview", "summary", "statistics", "stats", "dashboard", "how many trunks", "how many trunks are there", "how many requests"],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct) =>
        await turn.ShowAsync(OverviewCard.Of(await reader.ReadAsync(turn.Person.TenantId, ct)), ct);
}
