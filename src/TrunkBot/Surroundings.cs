using TrunkBot.Protocol.Authentication;

namespace TrunkBot;

/// <summary>Where this process runs, as far as safety depends on it.</summary>
internal static class Surroundings
{
    private const string Default = "http://localhost:3978";

    /// <summary>Listens on port 3978 of this machine where nobody has said anything else, in whichever of .NET's ways.</summary>
    public static void ListenSomewhere(WebApplicationBuilder app)
    {
        if (ListeningAddresses(app.Configuration).Count == 0)
            app.Configuration["Urls"] = Default;
    }

    public static HostSurroundings Of(WebApplicationBuilder app) => new(app.Environment.IsDevelopment(), ListeningAddresses(app.Configuration));

    /// <summary>
    /// Where the web server will listen, as far as it is said. Ports alone count where no address is said; Kestrel's own endpoints replace both, and
    /// are looked at beside them.
    /// </summary>
    public static IReadOnlyList<string> ListeningAddresses(IConfiguration configuration)
    {
        List<string> addresses = [.. Parts(configuration["Urls"])];
        if (addresses.Count == 0)
            addresses = [.. Parts(configuration["HTTP_PORTS"]).Select(port => $"http://*:{port}"), .. Parts(configuration["HTTPS_PORTS"]).Select(port => $"https://*:{port}")];
        return [.. addresses, .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "")];
    }

    public static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
