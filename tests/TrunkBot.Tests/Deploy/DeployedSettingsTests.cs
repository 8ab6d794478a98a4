using System.Text.Json;
using System.Text.RegularExpressions;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Deploy;

/// <summary>A misspelt setting is passed over in silence, so what deploy/ names must be in appsettings.json.</summary>
public sealed partial class DeployedSettingsTests
{
    private static readonly HashSet<string> s_known =
        ["Urls", .. Names(JsonDocument.Parse(File.ReadAllText(SourceFolder.Of("appsettings.json"))).RootElement, "")];

    // Variables of the platform, of Azure's libraries, and of the system.
    private static readonly string[] s_others = ["DOTNET_", "ASPNETCORE_", "AZURE_", "TMPDIR"];

    [Theory]
    [InlineData("Dockerfile", 2)]
    [InlineData("azure.bicep", 15)]
    [InlineData("README.md", 5)]
    public void Every_setting_that_is_named_exists(string file, int atLeast)
    {
        var names = NamesIn(file).ToList();

        Assert.True(names.Count >= atLeast, $"Only {names.Count} settings were found in {file}: {string.Join(", ", names)}");
        Assert.All(names, name => Assert.True(Exists(name), $"{file} names {name}, which is not in appsettings.json."));
    }

    [Fact]
    public void What_is_no_setting_would_be_noticed() => Assert.All(["VideoSdk:Apikeys", "Access:Roles:Owner:0", "Secrets:OldCertificates:0:Adress", "Adress"], name => Assert.False(Exists(name)));

    private static IEnumerable<string> NamesIn(string file)
    {
        var text = File.ReadAllText(SourceFolder.Of($"deploy/{file}"));
        var found = file switch
        {
            "Dockerfile" => InDockerfile().Matches(text),
            "azure.bicep" => InBicep().Matches(text),
            _ => InProse().Matches(text),
        };
        return found.Select(match => match.Groups[1].Value)
            .Where(name => !s_others.Any(other => name.StartsWith(other, StringComparison.Ordinal)))
            .Select(name => IndexInBicep().Replace(name, "0").Replace("__", ":", StringComparison.Ordinal))
            .Distinct();
    }

    private static bool Exists(string name)
    {
        // An old certificate has the settings of the current one.
        var list = name.EndsWith(":0", StringComparison.Ordinal) ? name[..^2] : name.Replace("OldCertificates:0", "Certificate", StringComparison.Ordinal);
        return s_known.Contains(list);
    }

    private static IEnumerable<string> Names(JsonElement settings, string path) => settings.ValueKind == JsonValueKind.Object
        ? settings.EnumerateObject().SelectMany(member => Names(member.Value, path.Length == 0 ? member.Name : $"{path}:{member.Name}"))
        : [path];

    [GeneratedRegex(@"(?m)^(?:ENV|   ) +([A-Za-z_]+)=")]
    private static partial Regex InDockerfile();

    [GeneratedRegex(@"\{ name: '([A-Z]\w*(?:\$\{at\}\w*)?)', (?:value|secretRef):")]
    private static partial Regex InBicep();

    [GeneratedRegex(@"`((?:[A-Z][A-Za-z]+(?::|__))+[A-Z][A-Za-z]+|MicrosoftApp\w+|PublicUrl|Urls)`")]
    private static partial Regex InProse();

    [GeneratedRegex(@"\$\{at\}")]
    private static partial Regex IndexInBicep();
}
