using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using TrunkBot.Access;

namespace TrunkBot.Policies;

/// <summary>One sentence for each thing that is wrong, all at once. An option that a rule does not take is a mistake, not a trifle.</summary>
internal sealed class PolicyOptionsValidator(IEnumerable<IPolicyRule> rules, IConfiguration configuration) : IValidateOptions<PolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, PolicyOptions options)
    {
        var entries = configuration.GetSection("Policies:Rules").GetChildren().ToList();
        // The binder reads the entries in the same order, and an index may be left out.
        string[] problems = [.. entries.SelectMany(NameProblems), .. options.Rules.Zip(entries, (rule, entry) => ValueProblems(rule, entry.Path)).SelectMany(problem => problem)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> NameProblems(IConfigurationSection entry)
    {
        if (rules.FirstOrDefault(rule => rule.Name == entry["Rule"]) is not { Members: var members })
        {
            yield return PolicyTexts.NoSuchRule(entry.Path, rules.Select(rule => rule.Name));
            yield break;
        }

        var known = members.Needed.Concat(members.Optional).Append("Rule").ToList();
        foreach (var given in entry.GetChildren().Where(given => !known.Contains(given.Key, StringComparer.OrdinalIgnoreCase)))
            yield return PolicyTexts.UnknownMember(given.Path, entry["Rule"], known.SkipLast(1));
        foreach (var needed in members.Needed.Where(needed => !entry.GetSection(needed).Exists()))
            yield return PolicyTexts.MissingMember($"{entry.Path}:{needed}", entry["Rule"]);
    }

    private static IEnumerable<string> ValueProblems(RuleSetting setting, string path)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(setting, new ValidationContext(setting), wrong, validateAllProperties: true);
        foreach (var one in wrong)
            yield return $"{path}: {one.ErrorMessage}";
        if (setting.Role is Role.Requester)
            yield return PolicyTexts.BadRole(path);
        if (setting.Countries.Any(country => country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
            yield return PolicyTexts.BadCountries(path);
    }
}
