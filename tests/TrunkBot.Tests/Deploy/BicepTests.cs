using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Deploy;

/// <summary>Azure's own compiler reads the template that is deployed, with the types of every resource, and finds nothing to say.</summary>
public sealed class BicepTests
{
    private const string Needed =
        "deploy/azure.bicep is checked with Bicep's compiler, which comes as a package for Linux on x64 alone. "
        + "Elsewhere put bicep on the path: https://learn.microsoft.com/azure/azure-resource-manager/bicep/install. This test is not skipped.";

    private static readonly string s_bicep = typeof(BicepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(data => data.Key == "Bicep")?.Value ?? "bicep";

    [Fact]
    public async Task It_builds_what_the_README_describes_without_an_error_or_a_warning()
    {
        var (status, template, said) = await RunAsync("build", "--stdout");

        Assert.Equal("", said);
        Assert.Equal(0, status);
        Assert.All(
            ["Microsoft.BotService/botServices", "Microsoft.KeyVault/vaults", "Microsoft.App/containerApps", "Microsoft.DBforPostgreSQL/flexibleServers"],
            type => Assert.Contains($"\"{type}\"", template, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_linter_has_nothing_to_say()
    {
        var (status, _, said) = await RunAsync("lint");

        Assert.Equal("", said);
        Assert.Equal(0, status);
    }

    private static async Task<(int Status, string Output, string Said)> RunAsync(params string[] command)
    {
        try
        {
            string[] line = [.. command, SourceFolder.Of("deploy/azure.bicep")];
            using var bicep = Process.Start(new ProcessStartInfo(s_bicep, line) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, said) = (bicep.StandardOutput.ReadToEndAsync(), bicep.StandardError.ReadToEndAsync());
            await bicep.WaitForExitAsync();
            return (bicep.ExitCode, await output, (await said).Trim());
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(Needed, missing);
        }
    }
}
