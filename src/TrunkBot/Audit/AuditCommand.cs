using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Audit.Exporting;
using TrunkBot.Chat;

namespace TrunkBot.Audit;

/// <summary>Who did what: as a card, or as a file.</summary>
internal sealed class AuditCommand(AuditPages pages, AuditExport export, RoleBook roles) : ICommand, IDescribed
{
    private static readonly Argument<string?> s_request = new("request")
    {
        Description = AuditTexts.TheRequest,
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> s_csv = new("--csv") { Description = AuditTexts.AsFile };

    public static CommandSpec Spec { get; } = new(
        "trunk audit", AuditTexts.Help, [Role.Approver, Role.Admin],
        new Command("audit") { s_request, s_csv }, ["/trunk audit", "/trunk audit TR-7", "/trunk audit --csv"])
    {
        Phrases = ["older", "history", "show audit"],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var subject = line.GetValue(s_request)?.ToUpperInvariant();
        var page = await pages.ReadAsync(turn.Person.TenantId, subject, null, ct);
        if (page.Entries.Count == 0)
            await turn.WhisperAsync(AuditTexts.Nothing(subject), ct);
        else if (!line.GetValue(s_csv))
            await turn.ShowAsync(AuditCard.Of(page, turn.Channel.CardActions), ct);
        else if (!turn.Roles.Has(Role.Admin))
            await turn.WhisperAsync(roles.Refusal(turn.Roles, Role.Admin), ct);
        else
            await turn.Context.SendActivityAsync(await export.OfferAsync(turn, subject, ct), cancellationToken: ct);
    }
}

/// <summary>Older: the next page of the same.</summary>
internal sealed class AuditPageAction(AuditPages pages) : ICardAction, IVerb
{
    public static string Verb => AuditCard.Page;

    public static IReadOnlyList<Role> Roles => [Role.Approver, Role.Admin];

    public async Task<CardAnswer> RunAsync(ChatTurn turn, CardClick click, CancellationToken ct)
    {
        var page = await pages.ReadAsync(turn.Person.TenantId, click.RequestId, click.Text(AuditCard.OlderThan), ct);
        return page.Entries.Count == 0
            ? CardAnswer.Refuse(AuditTexts.Nothing(click.RequestId))
            : CardAnswer.Show(AuditCard.Of(page, turn.Channel.CardActions));
    }
}
