using Microsoft.EntityFrameworkCore;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Fields.Hosts;

namespace TrunkBot.Trunks.Requests;

/// <summary>Which trunks and open requests of a company have a number, name, username or host in common.</summary>
internal sealed class CollisionBook(TrunkBotDbContext db, IBackEnd backEnd)
{
    private const int MostOthers = 5;

    private static readonly Statement s_others = Statement.Select<TrunkKey>(nameof(TrunkKey.RequestNumber))
        .Where(nameof(TrunkKey.TenantId), nameof(TrunkKey.Kind), nameof(TrunkKey.Value)).WhereNot(nameof(TrunkKey.RequestNumber))
        .OrderByDescending(nameof(TrunkKey.RequestNumber)).Limit();

    /// <summary>What others have already, one warning for each of them; those with the most serious overlap first.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(TrunkRequest request, TrunkSpec spec, CancellationToken ct)
    {
        var shared = new List<(long Other, TrunkKeyKind Kind, string Value)>();
        foreach (var key in ComparedOf(request, spec))
        {
            var others = await backEnd.ListAsync(
                s_others, row => row.GetInt64(0), ct, key.TenantId, key.Kind, key.Value, key.RequestNumber, MostOthers + 1);
            shared.AddRange(others.Select(other => (other, key.Kind, key.Value)));
        }

        using var noting = Noted.Speak();
        var found = shared.GroupBy(one => one.Other)
            .OrderBy(other => other.Min(one => one.Kind)).ThenByDescending(other => other.Key)
            .ToList();
        var findings = found.Take(MostOthers)
            .Select(other => TrunkTexts.Collision(new RequestId(other.Key), [.. other.Select(one => (one.Kind, one.Value))]));
        return found.Count > MostOthers ? [.. findings, TrunkTexts.MoreCollisions] : [.. findings];
    }

    /// <summary>From the submit on, others are warned of these values.</summary>
    public void Take(TrunkRequest request) => db.AddRange(KeysOf(request, TrunkFacts.SpecOf(request)));

    /// <summary>The trunk exists: the countries of its numbers are no longer new to the company.</summary>
    public void Settle(TrunkRequest request) => db.AddRange(
        TrunkFacts.SpecOf(request).Numbers.Select(number => NumberPlan.FactOf(number).Country).OfType<string>().Distinct()
            .Select(country => Key(request, TrunkKeyKind.Country, country)));

    /// <summary>The request is about other values now.</summary>
    public async Task MoveAsync(TrunkRequest request, CancellationToken ct)
    {
        var wanted = KeysOf(request, TrunkFacts.SpecOf(request)).ToDictionary(key => (key.Kind, key.Value));
        foreach (var key in await db.TrunkKeys.Where(key => key.RequestNumber == request.Number).ToListAsync(ct))
        {
            if (!wanted.Remove((key.Kind, key.Value)))
                db.Remove(key);
        }

        db.AddRange(wanted.Values);
    }

    /// <summary>The request has ended without a trunk.</summary>
    public async Task FreeAsync(TrunkRequest request, CancellationToken ct) =>
        db.RemoveRange(await db.TrunkKeys.Where(key => key.RequestNumber == request.Number).ToListAsync(ct));

    private static IEnumerable<TrunkKey> KeysOf(TrunkRequest request, TrunkSpec spec) =>
        ComparedOf(request, spec).Append(Key(request, TrunkKeyKind.Credentials, TrunkKey.CredentialsOf(spec)));

    private static IEnumerable<TrunkKey> ComparedOf(TrunkRequest request, TrunkSpec spec) => spec.Numbers.Distinct(StringComparer.Ordinal)
        .Select(number => Key(request, TrunkKeyKind.Number, number))
        .Append(Key(request, TrunkKeyKind.Name, spec.Name.ToLowerInvariant()))
        .Append(Key(request, TrunkKeyKind.Username, spec.Username))
        .Append(Key(request, TrunkKeyKind.Domain, SipHost.NameIn(spec.Domain)));

    private static TrunkKey Key(TrunkRequest request, TrunkKeyKind kind, string value) => new()
    {
        TenantId = request.TenantId,
        Kind = kind,
        Value = value,
        RequestNumber = request.Number,
    };
}
