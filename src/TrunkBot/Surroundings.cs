using TrunkBot.Protocol.Authentication;

namespace TrunkBot;

/// <summary>Where this process runs, as far as safety depends on it.</summary>
internal static class Surroundings
{
    public static HostSurroundings Of(WebApplicationBuilder app) => new(
        app.Environment.IsDevelopment(),
        app.Configuration["Urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
}
