using TrunkBot.Access;
using TrunkBot.Policies;

namespace TrunkBot.Tests.Policies;

/// <summary>For each rule a question that it has nothing against, and one to which it says something.</summary>
internal static class RuleCases
{
    private static readonly PolicyQuestion s_plain = new(
        "inbound", "acme.pstn.twilio.com", false, true, [new NumberFact("+14155550100", "US", NumberKind.Ordinary)]);

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new(new RuleSetting { Rule = "direction", Approvers = 2 }, s_plain, s_plain with { Direction = "outbound" }, "2 Approver direction: This trunk is outbound."),
        new(new RuleSetting { Rule = "countries", Countries = ["GB"], Role = Role.Admin }, s_plain, With(British), "1 Admin countries: Numbers of GB: +442079460000."),
        new(new RuleSetting { Rule = "numbers-count", Above = 1, Approvers = 3 }, s_plain, With(British, Premium), "3 Approver numbers-count: This asks for 2 numbers at once. The rule's limit is 1."),
        new(new RuleSetting { Rule = "number-kinds", Kinds = [NumberKind.Premium, NumberKind.Global], Approvers = 2 }, With(British), With(Premium), "2 Approver number-kinds: Some numbers are of a special kind (premium-rate): +19005550100."),
        new(new RuleSetting { Rule = "number-kinds", Kinds = [NumberKind.Global], Refuse = true }, With(Premium), With(Global), "refused number-kinds: Some numbers are of a special kind (satellite or global): +8816123456."),
        new(new RuleSetting { Rule = "unknown-carrier", Approvers = 2 }, s_plain, s_plain with { IsKnownCarrier = false, Host = "sip.example.org" }, "2 Approver unknown-carrier: The host sip.example.org isn't one of a carrier that TrunkBot knows."),
        new(new RuleSetting { Rule = "hosts-allowed", Hosts = ["*.pstn.twilio.com"] }, s_plain, s_plain with { Host = "evilpstn.twilio.com" }, "refused hosts-allowed: The host evilpstn.twilio.com isn't allowed."),
        new(new RuleSetting { Rule = "countries-allowed", Countries = ["US", "CA"] }, s_plain, With(British), "refused countries-allowed: Only numbers of these countries are allowed: US, CA. Not allowed: +442079460000."),
        new(new RuleSetting { Rule = "countries-allowed", Countries = ["US"] }, s_plain, With(Global), "refused countries-allowed: Only numbers of these countries are allowed: US. Not allowed: +8816123456."),
        new(new RuleSetting { Rule = "requests-per-day", Most = 3 }, Today(2, 0), Today(3, 0), "refused requests-per-day: One person can ask for 3 trunks in 24 hours, and this would be one more."),
        new(new RuleSetting { Rule = "open-requests-per-person", Most = 12 }, s_plain with { Open = 11 }, s_plain with { Open = 12 }, "refused open-requests-per-person: One person can have 12 open requests, and this would be one more."),
        new(new RuleSetting { Rule = "open-requests-per-person", Most = 1 }, s_plain, s_plain with { Open = 1 }, "refused open-requests-per-person: One person can have 1 open request, and this would be one more."),
        new(new RuleSetting { Rule = "numbers-per-day", Most = 10 }, Today(1, 9), Today(1, 10), "refused numbers-per-day: One person can ask for 10 numbers in 24 hours, and this would be more."),
        new(new RuleSetting { Rule = "new-countries", Approvers = 2 }, With(British), With(British) with { NewCountries = ["GB"] }, "2 Approver new-countries: Your company has no trunk with numbers of GB yet: +442079460000."),
        new(new RuleSetting { Rule = "new-countries", Role = Role.Admin }, s_plain, With(British, Global), "1 Admin new-countries: Your company has no trunk with numbers of an unknown country yet: +8816123456."),
        new(new RuleSetting { Rule = "ip-literal", Approvers = 2 }, s_plain, s_plain with { Host = "192.0.32.7", IsAddress = true }, "2 Approver ip-literal: The host 192.0.32.7 is an IP address, not a name."),
        new(new RuleSetting { Rule = "shared-credentials", Refuse = true }, s_plain, s_plain with { SameCredentials = ["TR-1", "TR-5"] }, "refused shared-credentials: Same username at acme.pstn.twilio.com: TR-1, TR-5."),
        new(new RuleSetting { Rule = "trunks-per-tenant", Most = 100 }, Having(99, 0), Having(100, 0), "refused trunks-per-tenant: Your company can have 100 trunks, open requests included, and this would be one more."),
        new(new RuleSetting { Rule = "numbers-per-tenant", Most = 100 }, Having(0, 99), Having(0, 100), "refused numbers-per-tenant: Your company can have 100 numbers, open requests included, and this would be more."),
    ];

    private static NumberFact British => new("+442079460000", "GB", NumberKind.Ordinary);

    private static NumberFact Premium => new("+19005550100", "US", NumberKind.Premium);

    private static NumberFact Global => new("+8816123456", null, NumberKind.Global);

    public static PolicyQuestion Plain => s_plain;

    private static PolicyQuestion Today(int trunks, int numbers) => s_plain with { Day = new(trunks, numbers) };

    private static PolicyQuestion Having(int trunks, int numbers) => s_plain with { Company = new(trunks, numbers) };

    private static PolicyQuestion With(params NumberFact[] numbers) => s_plain with { Numbers = numbers };
}

/// <summary>A rule as it is set, a question it agrees with, one that it does not, and what it says then.</summary>
internal sealed record RuleCase(RuleSetting Setting, PolicyQuestion Allowed, PolicyQuestion Objected, string Says);
