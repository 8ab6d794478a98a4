using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;

namespace TrunkBot.Trunks;

/// <summary>What the questions have brought so far: a draft's fields alone, for turns that only ask and answer.</summary>
internal sealed class DraftAnswers(
    IBackEnd backEnd, TurnRows turn, ContextLease context, IOptions<TrunkOptions> options, TimeProvider clock)
{
    private static readonly Func<TrunkBotDbContext, long, CancellationToken, Task<TrunkRequest?>> s_find =
        EF.CompileAsyncQuery((TrunkBotDbContext db, long number, CancellationToken _) =>
            db.Set<TrunkRequest>().SingleOrDefault(request => request.Number == number));

    private DraftRow? _draft;
    private bool _isFilled;

    /// <summary>The fields of the draft; null when it is none any more: by a button, by /trunk cancel, by its age.</summary>
    public async Task<TrunkFields?> FindAsync(long number, CancellationToken ct)
    {
        if (InHand(number) is { } request)
            return IsOpen(request.State.ToString(), request.ChangedAt) ? request.Fields : null;
        if (_draft?.Number != number)
            _draft = await backEnd.Rows.ReadAsync(DraftRow.Query, DraftRow.Read, ct, number);
        return _draft is { } draft && IsOpen(draft.State, draft.ChangedAt) ? draft.Fields : null;
    }

    /// <summary>Stores an answer with the turn.</summary>
    public void Fill(long number, TrunkFields fields)
    {
        var now = clock.GetUtcNow();
        if (InHand(number) is { } request)
        {
            request.Fill(fields, inChat: true, now);
            return;
        }

        (_draft, _isFilled) = (_draft! with { Fields = fields }, true);
        turn.Set(Key(number), _draft.Write(now));
    }

    /// <summary>The whole request, with the answers of this turn in it; from here on it is the context that stores them.</summary>
    public async Task<TrunkRequest?> RequestAsync(long number, CancellationToken ct)
    {
        if (await FindAsync(number, ct) is not { } fields || await s_find(context.Open(), number, ct) is not { } request)
            return null;
        turn.Unset(Key(number));
        if (_isFilled)
            request.Fill(fields, inChat: true, clock.GetUtcNow());
        _isFilled = false;
        return request;
    }

    // Somebody has it in the context already, perhaps made it in this very turn.
    private TrunkRequest? InHand(long number) => context.Current?.Requests.Local.FindEntry(number)?.Entity;

    private bool IsOpen(string state, DateTimeOffset changedAt) =>
        state == nameof(RequestState.Draft) && changedAt + options.Value.DraftLifetime > clock.GetUtcNow();

    private static string Key(long number) => $"draft {number}";

    private sealed record DraftRow(long Number, string State, DateTimeOffset ChangedAt, long Version, TrunkFields Fields)
    {
        public const string Query =
            """
            SELECT "Number", "State", "ChangedAt", "Version", "Fields_Name", "Fields_Domain", "Fields_Direction", "Fields_Numbers", "Fields_Username"
            FROM "Requests" WHERE "Number" = $1
            """;

        public static DraftRow Read(DbDataReader row) => new(
            row.GetInt64(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetInt64(3), new TrunkFields
            {
                Name = Text(row, 4),
                Domain = Text(row, 5),
                Direction = Text(row, 6),
                Numbers = Text(row, 7),
                Username = Text(row, 8),
            });

        public RowWrite Write(DateTimeOffset at) => new(
            """
            UPDATE "Requests" SET "Fields_Name" = $1, "Fields_Domain" = $2, "Fields_Direction" = $3, "Fields_Numbers" = $4, "Fields_Username" = $5,
              "InChat" = $6, "ChangedAt" = $7, "Version" = "Version" + 1
            WHERE "Number" = $8 AND "Version" = $9
            """,
            Fields.Name, Fields.Domain, Fields.Direction, Fields.Numbers, Fields.Username, true, at.ToUnixTimeMilliseconds(), Number, Version);

        private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
