namespace TrunkBot.Presets;

/// <summary>What a preset file must say before it is believed.</summary>
internal static class PresetRules
{
    private static readonly string[] Placeholders = ["{inbound-host}", "{addresses}"];

    public static IReadOnlyList<string> Objections(string file, TrunkPreset preset)
    {
        var objections = new List<string>();
        void Must(bool holds, string rule)
        {
            if (!holds)
                objections.Add(rule);
        }

        Must(file == $"{preset.Id}.json", "id must be the file's name");
        Must(preset.DisplayName.Length is > 0 and <= 40, "displayName must have 1 to 40 characters");
        Must(preset.IsCustom == (preset.Hosts.Count is 0), "hosts must have a pattern, except in custom.json");
        Must(preset.IsCustom == (preset.Domains.Count is 0), "domains must name one, except in custom.json");
        Must(preset.Domains.All(IsHost), "domains must be hosts in small letters");
        Must(preset.Hosts.All(host => IsPatternOf(preset, host)), "hosts must lie within the domains, with stars for whole parts");
        Must(
            preset.IsCustom || preset.Hosts.Any(host => HostPattern.Matches(host, preset.Example.Host)),
            "the example's host must match one of hosts");
        Must(preset.Example.Where.Length > 0, "the example must say where the host is found");
        Must(preset.IsCustom || preset.Sources.Count > 0, "sources must name at least one page");
        Must(preset.Sources.All(source => source.Url is { IsAbsoluteUri: true, Scheme: "https" }), "sources must have https addresses");
        Must(AreLimits(preset.Limits), "limits must be positive, each minimum at most its maximum");
        AddDirection(objections, "inbound", preset.Inbound);
        AddDirection(objections, "outbound", preset.Outbound);
        return objections;
    }

    private static void AddDirection(List<string> objections, string name, DirectionFacts facts)
    {
        if (facts.Authentication.Count is 0 || facts.Authentication.Except(DirectionFacts.AllAuthentication).Any())
            objections.Add($"{name}.authentication must be some of {string.Join(", ", DirectionFacts.AllAuthentication)}");
        if (facts.NextSteps.Count is 0 or > 8)
            objections.Add($"{name}.nextSteps must have 1 to 8 steps");
        if (facts.Hints.Concat(facts.NextSteps).Any(line => line.Length is 0 or > 200 || !line.EndsWith('.')))
            objections.Add($"{name}'s hints and steps must be sentences of at most 200 characters");
        if (facts.NextSteps.Any(HasUnknownPlaceholder))
            objections.Add($"{name}.nextSteps can name only {string.Join(" and ", Placeholders)}");
    }

    private static bool HasUnknownPlaceholder(string step) =>
        Placeholders.Aggregate(step, (left, known) => left.Replace(known, "", StringComparison.Ordinal)).Contains('{', StringComparison.Ordinal);

    private static bool AreLimits(CarrierLimits limits) =>
        IsRange(limits.UsernameMinLength, limits.UsernameMaxLength)
        && IsRange(limits.PasswordMinLength, limits.PasswordMaxLength);

    private static bool IsRange(int? least, int? most) => (least ?? 1) > 0 && (most ?? int.MaxValue) >= (least ?? 1);

    private static bool IsHost(string host) =>
        Uri.CheckHostName(host) is UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal)
        && !host.Any(char.IsAsciiLetterUpper);

    private static bool IsPatternOf(TrunkPreset preset, string pattern) =>
        IsHost(pattern.Replace("*", "a", StringComparison.Ordinal))
        && Array.TrueForAll(pattern.Split('.'), part => part is "*" || !part.Contains('*', StringComparison.Ordinal))
        && preset.Domains.Any(domain => HostPattern.IsWithin(domain, pattern));
}
