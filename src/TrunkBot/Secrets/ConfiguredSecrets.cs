namespace TrunkBot.Secrets;

/// <summary>Holds the secrets of the configuration for as long as the process lives, so that they are known from the first log line on.</summary>
internal sealed class ConfiguredSecrets(IConfiguration configuration)
{
    private static readonly string[] Keys = ["MicrosoftAppPassword", "VideoSdk:Secret", "VideoSdk:ApiKey"];

    public IReadOnlyList<Secret> All { get; } =
    [
        .. Keys.Select(key => configuration[key])
            .Concat(configuration.GetSection("ConnectionStrings").GetChildren().Select(connection => ConnectionText.Value(connection.Value, "Password", "Pwd")))
            .Where(value => !string.IsNullOrEmpty(value))
            .Select(value => new Secret(value!)),
    ];
}
