using System.Reflection.PortableExecutable;
using System.Text.Json;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Deploy;

/// <summary>The image holds the program that was measured.</summary>
public sealed class ShippedProgramTests
{
    [Theory]
    [InlineData("TrunkBot.dll")]
    [InlineData("TrunkBot.Protocol.dll")]
    [InlineData("Microsoft.EntityFrameworkCore.dll")]
    [InlineData("Npgsql.dll")]
    public async Task What_the_image_holds_is_compiled_ahead(string library)
    {
        await using var file = File.OpenRead(Path.Combine(Path.GetDirectoryName(ShippedBot.Program)!, library));
        using var reader = new PEReader(file);
        Assert.True(reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, $"{library} is compiled anew at every start.");
    }

    [Fact]
    public async Task What_the_image_holds_runs_as_the_project_says()
    {
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(ShippedBot.Program, ".runtimeconfig.json")));
        var options = settings.RootElement.GetProperty("runtimeOptions");
        var properties = options.GetProperty("configProperties");
        Assert.False(properties.GetProperty("System.GC.Server").GetBoolean());
        Assert.False(properties.TryGetProperty("System.Runtime.TieredPGO", out _), "What runs often is compiled again for what it does: an eighth less processor for a turn.");
        Assert.Equal("0", properties.GetProperty("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit").ToString());
        Assert.True(options.TryGetProperty("frameworks", out _), "The base image brings .NET.");
    }
}
