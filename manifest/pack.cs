// Makes the Teams app package: dotnet run manifest/pack.cs -- --app-id … --bot-id … --host … --company …
#:property PublishAot=false
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

const string Usage = """
    dotnet run manifest/pack.cs -- --app-id <guid> --bot-id <guid> --host <host name> --company <name>
        [--version 1.0.0] [--website <url>] [--privacy <url>] [--terms <url>]
        [--resource <Application ID URI>] [--token-host <host name>] [--out trunkbot.zip]
    """;

var given = ReadOptions(args);
var host = given.GetValueOrDefault("host", "");
var values = new Dictionary<string, string>
{
    ["app-id"] = given.GetValueOrDefault("app-id", ""),
    ["bot-id"] = given.GetValueOrDefault("bot-id", ""),
    ["host"] = host,
    ["company"] = given.GetValueOrDefault("company", ""),
    ["version"] = given.GetValueOrDefault("version", "1.0.0"),
    ["website"] = given.GetValueOrDefault("website", $"https://{host}"),
    ["privacy"] = given.GetValueOrDefault("privacy", $"https://{host}/privacy"),
    ["terms"] = given.GetValueOrDefault("terms", $"https://{host}/terms"),
    ["resource"] = given.GetValueOrDefault("resource", $"api://botid-{given.GetValueOrDefault("bot-id", "")}"),
    ["token-host"] = given.GetValueOrDefault("token-host", "token.botframework.com"),
};
var file = given.GetValueOrDefault("out", "trunkbot.zip");
given.Remove("out");

string[] problems =
[
    .. given.Keys.Where(name => !values.ContainsKey(name)).Select(name => $"--{name} is unknown."),
    .. Problems(values),
];
if (problems.Length > 0)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, [.. problems, "", Usage]));
    return 1;
}

await PackAsync(values, file);
Console.WriteLine(Path.GetFullPath(file));
return 0;

static Dictionary<string, string> ReadOptions(string[] args)
{
    var given = new Dictionary<string, string>();
    for (var at = 0; at < args.Length; at += 2)
        given[args[at].TrimStart('-')] = at + 1 < args.Length ? args[at + 1] : "";
    return given;
}

static IEnumerable<string> Problems(Dictionary<string, string> values)
{
    foreach (var id in (string[])["app-id", "bot-id"])
    {
        if (!Guid.TryParseExact(values[id], "D", out _))
            yield return $"--{id} must be a GUID.";
    }
    if (Uri.CheckHostName(values["host"]) != UriHostNameType.Dns)
        yield return "--host must be a host name, without https:// and without a path.";
    if (Uri.CheckHostName(values["token-host"]) != UriHostNameType.Dns)
        yield return "--token-host must be a host name, without https:// and without a path.";
    if (!Uri.TryCreate(values["resource"], UriKind.Absolute, out _))
        yield return "--resource must be the Application ID URI of the bot's Entra app, such as api://botid-<bot id>.";
    if (values["company"].Trim().Length is 0 or > 32)
        yield return "--company must have 1 to 32 characters.";
    if (!Regex.IsMatch(values["version"], @"^\d{1,5}\.\d{1,5}\.\d{1,5}$"))
        yield return "--version must be three numbers, such as 1.0.0; it has to rise with every update.";
    foreach (var page in (string[])["website", "privacy", "terms"])
    {
        if (values["host"].Length > 0 && !IsHttps(values[page]))
            yield return $"--{page} must be an https address.";
    }
}

static bool IsHttps(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps;

static async Task PackAsync(Dictionary<string, string> values, string file)
{
    var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Source("manifest.json")))!;
    FillIn(manifest, values);
    await using var zip = await ZipFile.OpenAsync(NewFile(file), ZipArchiveMode.Create);
    await using (var entry = await zip.CreateEntry("manifest.json").OpenAsync())
    {
        var readable = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await using var json = new Utf8JsonWriter(entry, readable);
        manifest.WriteTo(json);
    }
    foreach (var name in (IEnumerable<string>)["color.png", "outline.png", .. Languages(manifest)])
        await zip.CreateEntryFromFileAsync(Source(name), name);
}

static IEnumerable<string> Languages(JsonNode manifest) =>
    manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(language => (string)language!["file"]!);

static void FillIn(JsonNode manifest, Dictionary<string, string> values)
{
    foreach (var leaf in Leaves(manifest).ToArray())
    {
        if (leaf.TryGetValue<string>(out var text) && text is ['{', .. var name, '}'])
            leaf.ReplaceWith(values[name]);
    }
}

static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
{
    JsonObject members => members.SelectMany(member => Leaves(member.Value)),
    JsonArray items => items.SelectMany(Leaves),
    JsonValue leaf => [leaf],
    _ => [],
};

static string NewFile(string file)
{
    if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        Directory.CreateDirectory(folder);
    File.Delete(file);
    return file;
}

static string Source(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
