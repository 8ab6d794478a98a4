using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace TrunkBot.Protocol.Tests.Reference;

/// <summary>Microsoft's own SDK for JavaScript, run by Node.</summary>
internal static class ReferenceSdk
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../Browser"));

    /// <summary>Runs <c>reference.mjs</c> with this input and returns what it answers.</summary>
    public static async Task<JsonArray> RunAsync(JsonArray input, params string[] arguments)
    {
        Assert.True(
            Directory.Exists(Path.Combine(Folder, "node_modules", "botbuilder-core")),
            "The reference SDK is not installed: run `npm ci` in tests/Browser.");
        var start = new ProcessStartInfo("node", ["reference.mjs", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(input.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(await output)!.AsArray();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
