using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using TrunkBot.Policies;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Policies;

/// <summary>The table of rules that an operator reads is the program's.</summary>
public sealed partial class RuleTableTests
{
    private static readonly IReadOnlyList<Match> s_rows =
        Row().Matches(File.ReadAllText(SourceFolder.Of("src/TrunkBot/Policies/README.md"))).ToList();

    [Fact]
    public void It_has_every_rule_with_what_it_takes()
    {
        Listed.Same(
            Rules.All.Select(rule => $"{rule.Name}: {string.Join(", ", rule.Members.Needed.Concat(rule.Members.Optional))}"),
            s_rows.Select(row => $"{row.Groups["name"].Value}: {row.Groups["takes"].Value.Replace("`", "", StringComparison.Ordinal)}"),
            "the table of src/TrunkBot/Policies/README.md");
    }

    [Fact]
    public void Its_examples_are_good_settings_of_their_rules()
    {
        foreach (var row in s_rows)
        {
            var configuration = new ConfigurationBuilder()
                .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Policies": { "Rules": [ {{row.Groups["example"].Value}} ] } }"""))).Build();
            var options = configuration.GetSection("Policies").Get<PolicyOptions>()!;
            Assert.Equal(row.Groups["name"].Value, Assert.Single(options.Rules).Rule);
            Assert.Null(new PolicyOptionsValidator(Rules.All, configuration).Validate(null, options).Failures);
        }
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| [^|]+ \| (?<takes>[^|]+) \| `(?<example>\{.+\})` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
