using System.Globalization;

namespace TrunkBot.Sandbox;

/// <summary>What the command line says.</summary>
internal sealed record SandboxOptions(int Port, int LoginPort, Uri BotEndpoint, string? BotProject, string? SettingsFile)
{
    internal static SandboxOptions Parse(string[] args)
    {
        var given = new ConfigurationBuilder().AddCommandLine(args).Build();
        return new(
            PortOf(given, "port", 3979),
            PortOf(given, "login-port", 3980),
            EndpointOf(given),
            given["bot"] is { Length: > 0 } project ? SandboxFolders.Resolve(project) : null,
            given["settings-file"] is { Length: > 0 } file ? SandboxFolders.Resolve(file) : null);
    }

    private static int PortOf(IConfiguration given, string name, int standard)
    {
        if (given[name] is not { Length: > 0 } text)
            return standard;
        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new ArgumentException($"--{name} must be a port number from 0 (any free port) to 65535, not '{text}'.");
    }

    private static Uri EndpointOf(IConfiguration given)
    {
        var text = given["bot-endpoint"] is { Length: > 0 } address ? address : "http://127.0.0.1:3978/api/messages";
        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.IsLoopback
            ? endpoint
            : throw new ArgumentException($"--bot-endpoint must be a loopback address like http://127.0.0.1:3978/api/messages, not '{text}'.");
    }
}
