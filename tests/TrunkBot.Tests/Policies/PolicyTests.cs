using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TrunkBot.Policies;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Policies;

/// <summary>Each rule, all of them together, and what is wrong in their settings.</summary>
public sealed class PolicyTests
{
    private static readonly IReadOnlyList<IPolicyRule> s_rules = Rules.All;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RuleCases.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_agrees_or_says_what_it_wants_and_why(int number)
    {
        var (setting, allowed, objected, says) = RuleCases.All[number];
        Assert.Equal("1 Approver", Said(Book(setting).Judge(allowed)));
        Assert.Equal(says, Said(Book(setting).Judge(objected)));
    }

    [Fact]
    public void Every_rule_is_registered_once_and_has_a_case()
    {
        var written = typeof(IPolicyRule).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IPolicyRule)));
        Listed.Same(written.Select(type => type.Name), s_rules.Select(rule => rule.GetType().Name), "PoliciesRegistration.cs: AddPolicyRule");
        Listed.Same(s_rules.Select(rule => rule.Name), RuleCases.All.Select(one => one.Setting.Rule).Distinct(), "tests/TrunkBot.Tests/Policies/RuleCases.cs");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_looks_at_nothing_that_it_has_not_asked_for(int number)
    {
        var (setting, allowed, objected, _) = RuleCases.All[number];
        var looksAt = s_rules.Single(rule => rule.Name == setting.Rule).LooksAt;
        foreach (var question in new[] { allowed, objected })
            Assert.Equal(Said(Book(setting).Judge(question)), Said(Book(setting).Judge(Only(looksAt, question))));
    }

    [Fact]
    public void Facts_are_looked_up_as_far_as_the_rules_that_are_set_look_and_no_further()
    {
        var book = Book(
            new RuleSetting { Rule = "requests-per-day", Most = 3 }, new RuleSetting { Rule = "numbers-per-day", Most = 20 }, new RuleSetting { Rule = "trunks-per-tenant", Most = 7 });
        Assert.Equal([20, 7, 0, 0, 0], new[] { LookUp.Day, LookUp.Trunks, LookUp.Numbers, LookUp.Countries, LookUp.Credentials }.Select(book.Reach));
        Assert.Equal(1, Book(new RuleSetting { Rule = "new-countries" }).Reach(LookUp.Countries));
    }

    [Fact]
    public void The_rules_that_come_with_the_program_are_asked_beside_the_companys_own_until_they_are_switched_off()
    {
        PolicyOptions Options(bool defaults) => new() { DefaultRules = defaults, Rules = [new RuleSetting { Rule = "direction" }] };
        Assert.Equal(["number-kinds", "direction"], Options(true).Asked.Select(rule => rule.Rule));
        Assert.Equal(["direction"], Options(false).Asked.Select(rule => rule.Rule));
        Assert.Equal(["number-kinds"], new PolicyOptions().Asked.Select(rule => rule.Rule));
    }

    [Fact]
    public void Without_rules_one_approver_decides() => Assert.Equal("1 Approver", Said(Book().Judge(RuleCases.Plain)));

    [Fact]
    public void A_rule_that_throws_refuses_and_is_named()
    {
        var book = new PolicyBook([new Throwing()], Options.Create(new PolicyOptions { DefaultRules = false, Rules = [new RuleSetting { Rule = "throwing" }] }), NullLogger<PolicyBook>.Instance);
        Assert.StartsWith("refused throwing: This rule can't be checked right now", Said(book.Judge(RuleCases.Plain)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Policies:Rules:0:Rule isn't the name of a rule. Use one of: direction,", "Rule", "number-count")]
    [InlineData("Policies:Rules:0:Hosts isn't known. The rule numbers-count takes these: Above, Approvers, Role, Refuse.", "Rule", "numbers-count", "Above", "1", "Hosts:0", "x")]
    [InlineData("Policies:Rules:0:Above is missing. The rule numbers-count needs it.", "Rule", "numbers-count")]
    [InlineData("Policies:Rules:0: The field Approvers must be between 1 and 10.", "Rule", "numbers-count", "Above", "1", "Approvers", "0")]
    [InlineData("Policies:Rules:0:Role must be Approver or Admin.", "Rule", "numbers-count", "Above", "1", "Role", "Requester")]
    [InlineData("Policies:Rules:0:Most isn't known. The rule ip-literal takes these: Approvers, Role, Refuse.", "Rule", "ip-literal", "Most", "3")]
    [InlineData("Policies:Rules:0:Countries must hold countries by their two capital letters", "Rule", "countries-allowed", "Countries:0", "Germany")]
    public void A_bad_setting_is_a_sentence(string sentence, params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create($"Policies:Rules:0:{pair[0]}", (string?)pair[1]))).Build();
        var options = configuration.GetSection("Policies").Get<PolicyOptions>()!;
        var result = new PolicyOptionsValidator(s_rules, configuration).Validate(null, options);
        Assert.Contains(sentence, string.Join("\n", result.Failures ?? []), StringComparison.Ordinal);
    }

    private static PolicyBook Book(params RuleSetting[] settings) =>
        new(s_rules, Options.Create(new PolicyOptions { DefaultRules = false, Rules = settings }), NullLogger<PolicyBook>.Instance);

    // The question as it is put when this alone was looked up.
    private static PolicyQuestion Only(LookUp at, PolicyQuestion question) => question with
    {
        Day = at is LookUp.Day ? question.Day : Amount.None,
        Company = new(at is LookUp.Trunks ? question.Company.Trunks : 0, at is LookUp.Numbers ? question.Company.Numbers : 0),
        NewCountries = at is LookUp.Countries ? question.NewCountries : [],
        SameCredentials = at is LookUp.Credentials ? question.SameCredentials : [],
    };

    private static string Said(Verdict verdict) => string.Join(' ', verdict.Why.Prepend(
        verdict.IsRefused ? "refused" : string.Create(CultureInfo.InvariantCulture, $"{verdict.Approvers} {verdict.Role}")));

    private sealed class Throwing : IPolicyRule
    {
        public string Name => "throwing";

        public RuleMembers Members { get; } = new([]);

        public Verdict Judge(PolicyQuestion question, RuleSetting setting) => throw new InvalidOperationException("broken");
    }
}
