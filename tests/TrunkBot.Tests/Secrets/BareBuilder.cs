using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace TrunkBot.Tests.Secrets;

internal static class BareBuilder
{
    /// <summary>For a room or two by themselves: no settings but those that a test gives, neither from files nor from the environment.</summary>
    public static WebApplicationBuilder Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        return builder;
    }
}
