using System.Text.Json;

namespace TrunkBot.Presets;

/// <summary>The carriers we know. Read once; a file that is wrong stops the start with a sentence that names it.</summary>
internal sealed class PresetCatalog
{
    private const string ResourcePrefix = "TrunkBot.Presets.";

    private readonly IReadOnlyList<TrunkPreset> carriers;

    private PresetCatalog(IReadOnlyList<TrunkPreset> presets)
    {
        carriers = [.. presets.Where(preset => !preset.IsCustom)];
        Custom = presets.Single(preset => preset.IsCustom);
    }

    /// <summary>What is said of a carrier that we do not know.</summary>
    public TrunkPreset Custom { get; }

    public IEnumerable<TrunkPreset> All => [.. carriers, Custom];

    /// <summary>The presets that came with the program.</summary>
    public static PresetCatalog Load()
    {
        var assembly = typeof(PresetCatalog).Assembly;
        return From(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[ResourcePrefix.Length..], ReadText(assembly.GetManifestResourceStream(name)!))));
    }

    /// <summary>Reads and checks preset files, given as name and text.</summary>
    public static PresetCatalog From(IEnumerable<(string File, string Json)> files)
    {
        var presets = files.Select(file => Read(file.File, file.Json)).ToList();
        return presets.Exists(preset => preset.IsCustom)
            ? new(presets)
            : throw new InvalidPresetException("The presets lack custom.json, which stands for carriers that no other file names.");
    }

    public TrunkPreset? ById(string id) => All.FirstOrDefault(preset => preset.Id == id);

    /// <summary>The carrier that this host belongs to, or the custom one.</summary>
    public TrunkPreset ForHost(string host) =>
        carriers.FirstOrDefault(preset => preset.Hosts.Any(pattern => HostPattern.Matches(pattern, host))) ?? Custom;

    /// <summary>The carrier in whose domain the host lies, though no trunk's host of this carrier looks so.</summary>
    public TrunkPreset? WithDomainOf(string host) =>
        carriers.FirstOrDefault(preset => preset.Domains.Any(domain => HostPattern.IsWithin(domain, host)));

    /// <summary>The carrier whose name a host of somebody else's carries.</summary>
    public TrunkPreset? ImitatedBy(string host) =>
        carriers.FirstOrDefault(preset => preset.Domains.Any(domain => HostPattern.Imitates(domain, host)));

    private static TrunkPreset Read(string file, string json)
    {
        TrunkPreset preset;
        try
        {
            preset = JsonSerializer.Deserialize(json, PresetJsonContext.Default.TrunkPreset)
                ?? throw new InvalidPresetException($"Presets/{file} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidPresetException($"Presets/{file} cannot be read: {wrong.Message}", wrong);
        }

        return PresetRules.Objections(file, preset) is [] ? preset
            : throw new InvalidPresetException(
                $"Presets/{file} is wrong: {string.Join("; ", PresetRules.Objections(file, preset))}.");
    }

    private static string ReadText(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
