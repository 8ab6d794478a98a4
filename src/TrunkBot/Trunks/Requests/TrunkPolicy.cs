using TrunkBot.Access;
using TrunkBot.Policies;
using TrunkBot.Presets;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Fields.Hosts;

namespace TrunkBot.Trunks.Requests;

/// <summary>What the rules say of a request: gathers the facts and asks.</summary>
internal sealed class TrunkPolicy(TenantFacts facts, PolicyBook book, PresetCatalog presets)
{
    /// <summary>The verdict as of this moment: the submit's, also when it is asked for again later.</summary>
    /// <param name="asker">Who asks.</param>
    /// <param name="number">The request's; 0 for one that there is not yet.</param>
    /// <param name="spec">What for.</param>
    /// <param name="at">When it was submitted.</param>
    /// <param name="ct">Ends the turn.</param>
    public async Task<Verdict> JudgeAsync(Person asker, long number, TrunkSpec spec, DateTimeOffset at, CancellationToken ct)
    {
        var host = SipHost.NameIn(spec.Domain);
        List<NumberFact> numbers = [.. spec.Numbers.Distinct(StringComparer.Ordinal).Select(NumberPlan.FactOf)];
        return book.Judge(new PolicyQuestion(spec.Direction, host, HostAddresses.Read(host) is not null, !presets.ForHost(host).IsCustom, numbers)
        {
            Day = await facts.DayAsync(asker, number, at, ct),
            Open = await facts.OpenAsync(asker, number, at, ct),
            Company = await facts.CompanyAsync(asker.TenantId, number, ct),
            NewCountries = await facts.NewCountriesAsync(asker.TenantId, numbers, ct),
            SameCredentials = await facts.SameCredentialsAsync(asker.TenantId, number, spec, at, ct),
        });
    }

    /// <summary>The same for a request that was submitted.</summary>
    public Task<Verdict> JudgeAsync(TrunkRequest request, DateTimeOffset at, CancellationToken ct) =>
        JudgeAsync(request.Asker, request.Number, TrunkFacts.SpecOf(request), at, ct);
}
