using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Policies;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Policies;

/// <summary>The rules that the program has, and settings that name some.</summary>
internal static class Rules
{
    public static IReadOnlyList<IPolicyRule> All { get; } =
        [.. WebApplication.CreateBuilder().AddPolicies().Services.BuildServiceProvider().GetServices<IPolicyRule>()];

    /// <summary>As in <c>direction Direction=outbound Approvers=2</c>: one rule.</summary>
    public static Dictionary<string, string?> Setting(string rule) => rule.Split(' ')
        .Select((part, index) => index == 0 ? ["Rule", part] : part.Split('='))
        .ToDictionary(pair => $"Policies:Rules:0:{pair[0]}", string? (pair) => pair[1]);

    /// <summary>A company with this rule.</summary>
    public static Task<Company> StartAsync(string rule, string backEnd = "Sqlite", params (string Key, string Value)[] others)
    {
        var settings = Setting(rule);
        foreach (var (key, value) in others)
            settings[key] = value;
        return Company.StartAsync(new CompanyOptions { BackEnd = backEnd, Settings = settings });
    }

    /// <summary>The rule is set while the company works.</summary>
    public static Task SetAsync(this Company world, string rule) => world.RestartAsync([.. Setting(rule).Select(setting => (setting.Key, setting.Value))]);

    /// <summary>Fills in the form, submits it, and submits anyway if there are warnings. What was read last.</summary>
    public static async Task<Heard> AsksAsync(this Talker who, params (string Id, string Value)[] values)
    {
        await who.SaysAsync("/trunk new");
        var heard = await who.ClicksAsync("Submit", inputs: values);
        return heard.Card is { } card && Cards.Actions(card).Any(action => action.GetProperty("title").GetString() == "Submit anyway")
            ? await who.ClicksAsync("Submit anyway", inputs: values)
            : heard;
    }

    /// <summary>Values of which some are others.</summary>
    public static (string Id, string Value)[] But(this (string Id, string Value)[] values, params (string Id, string Value)[] others) =>
        [.. values.Where(field => !others.Any(other => other.Id == field.Id)), .. others];
}
