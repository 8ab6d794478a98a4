using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Diagnostics;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What the questions have brought so far: a draft's fields alone, for turns that only ask and answer.</summary>
internal sealed class DraftAnswers(
    IBackEnd backEnd, TurnChanges turn, ContextLease context, TrunkFieldRules rules, IOptions<TrunkOptions> options, TimeProvider clock)
{
    private static readonly CompiledQuery<Func<TrunkBotDbContext, long, CancellationToken, Task<TrunkRequest?>>> s_find =
        new(() => EF.CompileAsyncQuery((TrunkBotDbContext db, long number, CancellationToken _) =>
            db.Set<TrunkRequest>().SingleOrDefault(request => request.Number == number)));

    private DraftRow? _draft;
    private bool _isFilled;

    /// <summary>What is in the draft; null when it is none any more: by a button, by /trunk cancel, by its age.</summary>
    public async Task<DraftView?> FindAsync(long number, CancellationToken ct)
    {
        if (InHand(number) is { } request)
            return IsOpen(request.State.ToString(), request.ChangedAt) ? DraftView.Of(request) : null;
        if (_draft?.View.Id.Number != number)
            _draft = await backEnd.ReadAsync(DraftRow.One, DraftRow.Read, ct, number);
        Tracing.Follow(_draft?.TraceParent);
        return _draft is { } draft && IsOpen(draft.State, draft.ChangedAt) ? draft.View : null;
    }

    /// <summary>Stores an answer with the turn.</summary>
    public void Fill(long number, TrunkFields fields)
    {
        fields = rules.Mend(fields);
        var now = clock.GetUtcNow();
        if (InHand(number) is { } request)
        {
            request.Fill(fields, inChat: true, now);
            return;
        }

        var keeps = _draft!.View.HasPassword && !PasswordOwner.Of(_draft.View.Fields).LosesTo(PasswordOwner.Of(fields));
        (_draft, _isFilled) = (_draft with { View = _draft.View with { Fields = fields, HasPassword = keeps } }, true);
        turn.Set(Key(number), _draft.Write(now));
    }

    /// <summary>The whole request, with the answers of this turn in it; from here on it is the context that stores them.</summary>
    public async Task<TrunkRequest?> RequestAsync(long number, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } draft || await s_find.Of(context.Open())(context.Open(), number, ct) is not { } request)
            return null;
        Tracing.Follow(request.TraceParent);
        turn.Unset(Key(number));
        if (_isFilled)
            request.Fill(draft.Fields, inChat: true, clock.GetUtcNow());
        _isFilled = false;
        return request;
    }

    // Somebody has it in the context already, perhaps made it in this very turn.
    private TrunkRequest? InHand(long number) => context.Current?.Requests.Local.FindEntry(number)?.Entity;

    private bool IsOpen(string state, DateTimeOffset changedAt) =>
        state == nameof(RequestState.Draft) && changedAt + options.Value.DraftLifetime > clock.GetUtcNow();

    private static string Key(long number) => $"draft {number}";

    private sealed record DraftRow(DraftView View, string State, DateTimeOffset ChangedAt, long Version, string? TraceParent)
    {
        // In the order in which they are read and written.
        private static readonly string[] s_fields =
            [.. ((string[])[nameof(TrunkFields.Name), nameof(TrunkFields.Domain), nameof(TrunkFields.Direction), nameof(TrunkFields.Numbers), nameof(TrunkFields.Username)])
                .Select(field => $"{nameof(TrunkRequest.Fields)}.{field}")];

        public static readonly Statement One = Statement.Select<TrunkRequest>(
            [nameof(TrunkRequest.Number), nameof(TrunkRequest.State), nameof(TrunkRequest.ChangedAt), nameof(TrunkRequest.Version), .. s_fields, nameof(TrunkRequest.ProtectedPassword),
                nameof(TrunkRequest.TraceParent)])
            .Where(nameof(TrunkRequest.Number));

        private static readonly Statement s_write = Filled().Where(nameof(TrunkRequest.Number), nameof(TrunkRequest.Version));

        private static readonly Statement s_writeWithoutPassword =
            Filled().Clear(nameof(TrunkRequest.ProtectedPassword)).Where(nameof(TrunkRequest.Number), nameof(TrunkRequest.Version));

        public static DraftRow Read(DbDataReader row)
        {
            var fields = new TrunkFields
            {
                Name = row.Text(4),
                Domain = row.Text(5),
                Direction = row.Text(6),
                Numbers = row.Text(7),
                Username = row.Text(8),
            };
            var view = new DraftView(new RequestId(row.GetInt64(0)), fields, !row.IsDBNull(9));
            return new(view, row.GetString(1), row.Time(2), row.GetInt64(3), row.Text(10));
        }

        public Change Write(DateTimeOffset at) => Change.By(
            View.HasPassword ? s_write : s_writeWithoutPassword,
            View.Fields.Name, View.Fields.Domain, View.Fields.Direction, View.Fields.Numbers, View.Fields.Username, true, at, View.Id.Number, Version);

        private static Statement Filled() => Statement.Update<TrunkRequest>()
            .Set([.. s_fields, nameof(TrunkRequest.InChat), nameof(TrunkRequest.ChangedAt)]).Raise(nameof(TrunkRequest.Version));
    }
}

/// <summary>As much of a draft as questions need.</summary>
internal sealed record DraftView(RequestId Id, TrunkFields Fields, bool HasPassword)
{
    public static DraftView Of(TrunkRequest draft) => new(draft.Id, draft.Fields, draft.ProtectedPassword is not null);
}
