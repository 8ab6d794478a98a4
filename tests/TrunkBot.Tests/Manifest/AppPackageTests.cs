using System.Text.Json.Nodes;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Manifest;

public sealed class AppPackageTests(PackedApp app) : IClassFixture<PackedApp>
{
    [Fact]
    public void The_package_has_the_manifest_and_both_icons_at_its_root_and_nothing_else() =>
        Assert.Equal(["color.png", "manifest.json", "outline.png"], app.Entries.Order());

    [Fact]
    public async Task The_manifest_keeps_to_Microsofts_schema_and_the_icons_to_Teams_rules() =>
        Assert.Equal("[]", (await Node.RunAsync("validate-manifest.mjs", arguments: app.Unpacked)).Trim());

    [Fact]
    public async Task What_was_given_is_in_the_manifest()
    {
        var manifest = await ManifestAsync();

        Assert.Equal(PackedApp.AppId, manifest["id"]!.GetValue<string>());
        Assert.Equal(PackedApp.BotId, manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(PackedApp.Company, manifest["developer"]!["name"]!.GetValue<string>());
        Assert.Equal(["bot.example.com", "token.botframework.com"], manifest["validDomains"]!.AsArray().Select(domain => domain!.GetValue<string>()));
        Assert.Equal(
            (PackedApp.BotId, $"api://botid-{PackedApp.BotId}"),
            (manifest["webApplicationInfo"]!["id"]!.GetValue<string>(), manifest["webApplicationInfo"]!["resource"]!.GetValue<string>()));
        Assert.DoesNotContain("\"{", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_offered_after_a_mention_and_after_a_slash_and_fit_the_menu()
    {
        var lists = (await ManifestAsync())["bots"]![0]!["commandLists"]!.AsArray();

        Assert.Contains(lists, list => list!["triggers"] is JsonArray triggers && triggers.Select(one => (string?)one).Order().SequenceEqual(["mention", "slash"]));
        Assert.All(lists, list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 10));
        Assert.All(lists.SelectMany(list => list!["commands"]!.AsArray()), command =>
        {
            Assert.InRange(((string)command!["title"]!).Length, 1, 32);
            Assert.InRange(((string)command["description"]!).Length, 1, 128);
        });
    }

    [Fact]
    public async Task Every_bad_parameter_is_named_at_once_and_nothing_is_written()
    {
        var zip = Path.Combine(app.Folder, "refused.zip");
        var (exit, said) = await PackedApp.PackAsync("--app-id", "TrunkBot", "--host", "https://bot.example.com/", "--compny", "x", "--out", zip);

        Assert.Equal(1, exit);
        Assert.All((string[])["--app-id must", "--bot-id must", "--host must", "--company must", "--compny is unknown"],
            part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.False(File.Exists(zip));
    }

    private async Task<JsonNode> ManifestAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(app.Unpacked, "manifest.json")))!;
}
