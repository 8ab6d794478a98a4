using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace TrunkBot.Tests.World;

/// <summary>An activity that was seen to fail somewhere, as it came; who speaks and where is written by the world that plays it.</summary>
internal static class CaseFile
{
    public static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Here(), "../Cases", path)))!.AsObject();

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
