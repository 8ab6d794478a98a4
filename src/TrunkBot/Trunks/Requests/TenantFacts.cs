using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Policies;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Trunks.Requests;

/// <summary>What the rules want to know of a person and a company beside the request: only what one of them looks at, no further than it looks, by an index.</summary>
internal sealed class TenantFacts(TrunkBotDbContext db, IBackEnd backEnd, PolicyBook book)
{
    // People ask for a few a day; what they have asked for is found by number, and the newest are the ones of today.
    private const int FewestLookedAt = 1000;
    private const int MostSharing = 3;
    private const string Subject = "TR-";

    private static readonly TimeSpan s_day = TimeSpan.FromHours(24);

    private static readonly Statement s_known = Statement.Select<TrunkKey>(nameof(TrunkKey.RequestNumber))
        .Where(nameof(TrunkKey.TenantId), nameof(TrunkKey.Kind), nameof(TrunkKey.Value)).OrderBy(nameof(TrunkKey.RequestNumber)).Limit();

    /// <summary>What the person submitted in the 24 hours before, without this request, whatever became of it.</summary>
    public async Task<Amount> DayAsync(Person asker, long number, DateTimeOffset at, CancellationToken ct)
    {
        if (book.Reach(LookUp.Day) is not (> 0 and var reach))
            return Amount.None;
        var (newest, from) = (Math.Max(reach, FewestLookedAt), at - s_day);
        // When it was asked is looked up for each row by itself, and rows are taken in an index's order: PostgreSQL, which cannot know beforehand
        // how few are wanted, would otherwise read a table from its beginning.
        var numbers = await db.Requests
            .Where(request => request.TenantId == asker.TenantId && request.AskerId == asker.ObjectId && request.Number != number && request.Fingerprint != null)
            .OrderByDescending(request => request.Number)
            .Take(newest)
            .Where(request => db.Set<Approval>().Where(approval => approval.SubjectId == Subject + request.Number).Select(approval => approval.AskedAt).First() > from
                && db.Set<Approval>().Where(approval => approval.SubjectId == Subject + request.Number).Select(approval => approval.AskedAt).First() <= at)
            .Select(request => request.Fields.Numbers ?? "")
            .ToListAsync(ct);
        return new(numbers.Count, numbers.Sum(list => TrunkFacts.NumbersIn(list).Length));
    }

    /// <summary>How many requests of this person wait that were asked before.</summary>
    public async Task<int> OpenAsync(Person asker, long number, DateTimeOffset at, CancellationToken ct) => book.Reach(LookUp.Open) is not (> 0 and var reach) ? 0
        : await db.Requests
            .Where(request => request.TenantId == asker.TenantId && request.AskerId == asker.ObjectId && request.Number != number
                && (request.State == RequestState.Pending || request.State == RequestState.Approved || request.State == RequestState.Provisioning || request.State == RequestState.OutcomeUnknown)
                && db.Set<Approval>().Where(approval => approval.SubjectId == Subject + request.Number).Select(approval => approval.AskedAt).First() <= at)
            .Take(reach)
            .CountAsync(ct);

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
            var known = await backEnd.ListAsync(s_known, row => row.GetInt64(0), ct, tenantId, TrunkKeyKind.Country, country, 1);
            if (known.Count == 0)
                unknown.Add(country);
        }

        return unknown;
    }

    /// <summary>Who had these credentials first: what was asked later does not speak against this request.</summary>
    public async Task<IReadOnlyList<string>> SameCredentialsAsync(string tenantId, long number, TrunkSpec spec, DateTimeOffset at, CancellationToken ct)
    {
        if (book.Reach(LookUp.Credentials) == 0)
            return [];
        var credentials = TrunkKey.CredentialsOf(spec);
        var others = await db.TrunkKeys
            .Where(key => key.TenantId == tenantId && key.Kind == TrunkKeyKind.Credentials && key.Value == credentials && key.RequestNumber != number
                && db.Set<Approval>().Where(approval => approval.SubjectId == Subject + key.RequestNumber).Select(approval => approval.AskedAt).First() <= at)
            .OrderBy(key => key.RequestNumber)
            .Select(key => key.RequestNumber)
            .Take(MostSharing)
            .ToListAsync(ct);
        return [.. others.Select(other => new RequestId(other).ToString())];
    }

    private async Task<int> CountAsync(string tenantId, long number, TrunkKeyKind kind, int most, CancellationToken ct) => most == 0 ? 0 : await db.TrunkKeys
        .Where(key => key.TenantId == tenantId && key.Kind == kind && key.RequestNumber != number)
        .OrderBy(key => key.Value)
        .Take(most)
        .CountAsync(ct);
}
