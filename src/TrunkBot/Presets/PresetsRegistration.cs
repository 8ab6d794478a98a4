namespace TrunkBot.Presets;

internal static class PresetsRegistration
{
    /// <summary>Reads the presets at once, so that a wrong file stops the start.</summary>
    public static IServiceCollection AddPresets(this IServiceCollection services) =>
        services.AddSingleton(PresetCatalog.Load());
}
