using System.Globalization;
using TrunkBot.Access;
using TrunkBot.Policies;
using TrunkBot.Storage;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>What the rules want to know of a person and a company beside the request: only what one of them looks at, no further than it looks, by an index.</summary>
internal sealed class TenantFacts(IBackEnd backEnd, PolicyBook book)
{
    // People ask for a few a day; what they have asked for is found by number, and the newest are the ones of today.
    private const int FewestLookedAt = 1000;

    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);

    // When it was asked is looked up for each row by itself, and rows are taken in an index's order: PostgreSQL, which cannot know beforehand how few are
    // wanted, would otherwise read a table from its beginning.
    public const string Asked =
        """
        SELECT "Fields_Numbers" FROM (
          SELECT "Number", "Fields_Numbers" FROM "Requests"
          WHERE "TenantId" = $1 AND "AskerId" = $2 AND "Number" <> $3 AND "Fingerprint" IS NOT NULL
          ORDER BY "Number" DESC LIMIT $4) AS newest
        WHERE (SELECT "AskedAt" FROM "Approvals" WHERE "SubjectId" = 'TR-' || "Number") BETWEEN $5 AND $6
        """;

    public const string Waiting =
        """
        SELECT COUNT(*) FROM (
          SELECT 1 FROM "Requests"
          WHERE "TenantId" = $1 AND "AskerId" = $2 AND "State" IN ('Pending', 'Approved', 'Provisioning', 'OutcomeUnknown') AND "Number" <> $3
            AND (SELECT "AskedAt" FROM "Approvals" WHERE "SubjectId" = 'TR-' || "Number") <= $4
          LIMIT $5) AS counted
        """;

    public const string Counted =
        """
        SELECT COUNT(*) FROM (
          SELECT 1 FROM "TrunkKeys" WHERE "TenantId" = $1 AND "Kind" = $2 AND "RequestNumber" <> $3 ORDER BY "Value" LIMIT $4) AS counted
        """;

    public const string Known =
        """
        SELECT 1 FROM "TrunkKeys" WHERE "TenantId" = $1 AND "Kind" = $2 AND "Value" = $3 ORDER BY "RequestNumber" LIMIT 1
        """;

    public const string Sharing =
        """
        SELECT "RequestNumber" FROM "TrunkKeys"
        WHERE "TenantId" = $1 AND "Kind" = $2 AND "Value" = $3 AND "RequestNumber" <> $4
          AND (SELECT "AskedAt" FROM "Approvals" WHERE "SubjectId" = 'TR-' || "RequestNumber") <= $5
        ORDER BY "RequestNumber" LIMIT 3
        """;

    /// <summary>What the person submitted in the 24 hours before, without this request, whatever became of it.</summary>
    public async Task<Amount> DayAsync(Person asker, long number, DateTimeOffset at, CancellationToken ct)
    {
        if (book.Reach(LookUp.Day) is not (> 0 and var reach))
            return Amount.None;
        var numbers = await backEnd.Rows.ListAsync(
            Asked, row => row.GetString(0), ct, asker.TenantId, asker.ObjectId, number, Math.Max(reach, FewestLookedAt),
            (at - s_day).ToUnixTimeMilliseconds() + 1, at.ToUnixTimeMilliseconds());
        return new(numbers.Count, numbers.Sum(list => TrunkFacts.NumbersIn(list).Length));
    }

    /// <summary>How many requests of this person wait that were asked before.</summary>
    public async Task<int> OpenAsync(Person asker, long number, DateTimeOffset at, CancellationToken ct) => book.Reach(LookUp.Open) is not (> 0 and var reach) ? 0
        : Convert.ToInt32(
            (await backEnd.Rows.ListAsync(
                Waiting, row => row.GetInt64(0), ct, asker.TenantId, asker.ObjectId, number, at.ToUnixTimeMilliseconds(), reach)).Single(),
            CultureInfo.InvariantCulture);

    /// <summary>What the company has.</summary>
    public async Task<Amount> CompanyAsync(string tenantId, long number, CancellationToken ct) => new(
        await CountAsync(tenantId, number, TrunkKeyKind.Name, book.Reach(LookUp.Trunks), ct),
        await CountAsync(tenantId, number, TrunkKeyKind.Number, book.Reach(LookUp.Numbers), ct));

    public async Task<IReadOnlyList<string>> NewCountriesAsync(string tenantId, IEnumerable<NumberFact> numbers, CancellationToken ct)
    {
        List<string> unknown = [];
        if (book.Reach(LookUp.Countries) == 0)
            return unknown;
        foreach (var country in numbers.Select(number => number.Country).OfType<string>().Distinct())
        {
            var known = await backEnd.Rows.ListAsync(Known, row => row.GetInt32(0), ct, tenantId, (int)TrunkKeyKind.Country, country);
            if (known.Count == 0)
                unknown.Add(country);
        }

        return unknown;
    }

    /// <summary>Who had these credentials first: what was asked later does not speak against this request.</summary>
    public async Task<IReadOnlyList<string>> SameCredentialsAsync(string tenantId, long number, TrunkSpec spec, DateTimeOffset at, CancellationToken ct) =>
        book.Reach(LookUp.Credentials) == 0 ? [] : await backEnd.Rows.ListAsync(
            Sharing, row => new RequestId(row.GetInt64(0)).ToString(), ct,
            tenantId, (int)TrunkKeyKind.Credentials, TrunkKey.CredentialsOf(spec), number, at.ToUnixTimeMilliseconds());

    private async Task<int> CountAsync(string tenantId, long number, TrunkKeyKind kind, int most, CancellationToken ct) => most == 0 ? 0 : Convert.ToInt32(
        (await backEnd.Rows.ListAsync(Counted, row => row.GetInt64(0), ct, tenantId, (int)kind, number, most)).Single(), CultureInfo.InvariantCulture);
}
