using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat;
using TrunkBot.Chat.Hearing;
using TrunkBot.Languages;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Foreseeing;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>Ask for a trunk: by the form, filled in with what the line says, or question by question.</summary>
internal sealed class NewTrunkCommand(FormDesk forms, TrunkDialogs dialogs, NewTrunkForesight foresight) : ICommand, IDescribed
{
    private static readonly Option<string> s_name = One("--name", Say.Later("At least 3 characters"));
    private static readonly Option<string> s_host = One("--host", Say.Later("The carrier's SIP host"), "--domain");
    private static readonly Option<string> s_direction = One("--direction", Say.Later("inbound or outbound"));
    private static readonly Option<string> s_username = One("--username", Say.Later("From the carrier's credentials"));
    private static readonly Option<bool> s_startOver = new("--start-over") { Description = Say.Later("Drop my draft and begin with an empty form"), Arity = ArgumentArity.Zero };
    private static readonly Option<bool> s_chat = new("--chat") { Description = Say.Later("Ask me one by one"), Arity = ArgumentArity.Zero };

    // Known only to be refused: what follows it must not be taken for anything else.
    private static readonly Option<string[]> s_password = new("--password", "--pass", "--passwd", "--pwd", "--secret")
    {
        Description = DraftTexts.PasswordOnALine,
        Hidden = true,
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> s_numbers = new("--numbers", "--number")
    {
        Description = Say.Later("With + and country code; several with commas, or the option again"),
        Arity = new ArgumentArity(1, 2000),
    };

    public static CommandSpec Spec { get; } = new(
        "trunk new",
        Say.Later("Ask for a SIP trunk: opens a form, or asks one by one with --chat"),
        [Role.Requester],
        new Command("new") { s_name, s_host, s_direction, s_numbers, s_username, s_chat, s_startOver, s_password, DryRun.Option },
        [
            "/trunk new",
            "/trunk new --chat",
            "/trunk new --name twilio --host example.pstn.twilio.com --direction outbound --number +14155550100 --username acme",
        ])
    {
        Title = Say.Later("New trunk"),
        Opens = TrunkFormCard.Open,
        TakesPastes = true,
        Phrases =
        [
            Phrasebook.NewTrunk, "new sip trunk", "create", "add", "ask for a trunk", "request a trunk", "show the form", "go on", "resume", "continue",
            new("ask me one by one", "--chat"), new("start over", "--start-over"), new("restart", "--start-over"),
            new("submit", IsAnswer: true), new("submit anyway", IsAnswer: true), new("password by one-time page", IsAnswer: true), new("open the page", IsAnswer: true),
        ],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        if (line.GetResult(s_password) is not null)
        {
            if (!turn.HadSecret)
                await turn.WhisperAsync(DraftTexts.PasswordTyped(turn.IsPersonal), ct);
            return;
        }

        if (turn.IsRehearsal)
        {
            foreach (var foreseen in await foresight.ForeseeAsync(turn, FieldsOf(line), ct))
                await turn.ForetellAsync(foreseen, ct);
            return;
        }

        var inChat = line.GetValue(s_chat);
        await dialogs.CancelAsync(turn, ct);
        var (draft, note) = await DraftAsync(turn, line, inChat, ct);
        if (inChat)
            await dialogs.BeginAsync(turn, draft, ct);
        else
            await turn.ShowAsync(await forms.OpenCardAsync(turn, draft, note, ct), ct);
    }

    private async Task<(TrunkRequest Draft, string? Note)> DraftAsync(ChatTurn turn, ParseResult line, bool inChat, CancellationToken ct)
    {
        if (line.GetValue(s_startOver))
            return (await forms.StartOverAsync(turn, FieldsOf(line), inChat, ct), TrunkTexts.StartedOver);
        return await forms.DraftAsync(turn, FieldsOf(line), inChat, ct);
    }

    private static TrunkFields FieldsOf(ParseResult line) => new()
    {
        Name = line.GetValue(s_name),
        Domain = line.GetValue(s_host),
        Direction = line.GetValue(s_direction),
        Numbers = line.GetValue(s_numbers) is { Length: > 0 } numbers ? string.Join(", ", numbers) : null,
        Username = line.GetValue(s_username),
    };

    private static Option<string> One(string name, string description, params string[] otherNames) =>
        new(name, otherNames) { Description = description, Arity = ArgumentArity.ExactlyOne };
}
