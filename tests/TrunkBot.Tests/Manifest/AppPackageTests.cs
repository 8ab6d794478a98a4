using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Chat.Windows;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Manifest;

public sealed class AppPackageTests(PackedApp app) : IClassFixture<PackedApp>
{
    [Fact]
    public void The_package_has_the_manifest_both_icons_and_four_languages_at_its_root_and_nothing_else() =>
        Assert.Equal(["color.png", "de.json", "es.json", "hi.json", "ja.json", "manifest.json", "outline.png"], app.Entries.Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_manifest_and_its_languages_keep_to_Microsofts_schemas_and_the_icons_to_Teams_rules() =>
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
        Assert.All(lists, list => Assert.InRange(list!["commands"]!.AsArray().Count, 1, 12));
        Assert.All(lists.SelectMany(list => list!["commands"]!.AsArray()), command =>
        {
            Assert.InRange(((string)command!["title"]!).Length, 1, 32);
            Assert.InRange(((string)command["description"]!).Length, 1, 128);
        });
    }

    [Fact]
    public async Task It_can_be_installed_for_a_person_a_team_with_its_private_and_shared_channels_and_a_group_chat()
    {
        var manifest = await ManifestAsync();
        Assert.Equal("tier1", (string?)manifest["supportsChannelFeatures"]);
        Assert.Equal(["groupChat", "personal", "team"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string?)scope).Order());
        Assert.Equal(["groupChat", "personal", "team"], Lists(manifest).SelectMany(list => list["scopes"]!.AsArray()).Select(scope => (string?)scope).Order());
    }

    /// <summary>Teams opens the form and the search by the ids that the bot knows, and sends it the links of its own address alone.</summary>
    [Fact]
    public async Task The_message_extension_opens_the_form_and_the_search_and_unfurls_the_links_of_the_bot()
    {
        var extension = Extension(await ManifestAsync());
        await using var world = await Company.StartAsync();
        var known = world.Bot.Services.GetServices<ExtensionAction>().Select(action => action.Id);

        var commands = extension["commands"]!.AsArray().ToLookup(command => (string)command!["type"]!);
        Assert.Equal(known, commands["action"].Select(command => (string)command!["id"]!));
        Assert.All(commands["action"], command => Assert.True((bool)command!["fetchTask"]!));
        var search = Assert.Single(commands["query"])!;
        Assert.Equal(["searchRequests", "text"], [(string)search["id"]!, (string)Assert.Single(search["parameters"]!.AsArray())!["name"]!]);
        Assert.Equal(PackedApp.BotId, (string?)extension["botId"]);
        Assert.Equal(["bot.example.com"], extension["messageHandlers"]![0]!["value"]!["domains"]!.AsArray().Select(domain => (string?)domain));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("hi")]
    [InlineData("ja")]
    public async Task Everything_in_the_menu_that_is_not_typed_is_said_in_each_language(string language)
    {
        var manifest = await ManifestAsync();
        var said = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(app.Unpacked, $"{language}.json")))!.AsObject();
        Assert.Equal(Texts(manifest).Select(text => text.Key).Order(StringComparer.Ordinal), said.Select(one => one.Key).Where(key => key != "$schema").Order(StringComparer.Ordinal));
        Assert.All(Texts(manifest), text =>
        {
            var words = (string)said[text.Key]!;
            Assert.InRange(words.Length, 1, text.Longest);
            Assert.True(words != text.English || words == "TrunkBot", $"{text.Key} is in English.");
            // What is to be typed is the same everywhere.
            if (text.English.Split(": ") is [_, var typed] && typed.StartsWith("trunk ", StringComparison.Ordinal))
                Assert.Contains(string.Join(' ', typed.Split(' ').Take(3)), words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_bot_understands_every_command_and_every_prompt_of_the_menu()
    {
        await using var world = await Company.StartAsync();
        var lines = Lists(await ManifestAsync()).SelectMany(list => list["commands"]!.AsArray()).Select(command => (string?)command!["prompt"] ?? (string)command["title"]!);
        foreach (var line in lines.Distinct())
        {
            var heard = await world.Ada.SaysAsync(line);
            Assert.Equal(200, heard.Delivery.Status);
            Assert.DoesNotContain("I didn't understand that", heard.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("isn't a command", heard.Text, StringComparison.Ordinal);
        }
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

    // A command's title is what is sent when it is chosen, and TrunkBot reads English; a prompt's is only shown.
    private static IEnumerable<(string Key, string English, int Longest)> Texts(JsonNode manifest) =>
    [
        .. from part in (string[])["name", "description"]
           from text in manifest[part]!.AsObject()
           select ($"{part}.{text.Key}", (string)text.Value!, (part, text.Key) switch { ("name", "short") => 30, ("name", _) => 100, (_, "short") => 80, _ => 4000 }),
        .. from list in Lists(manifest).Index()
           from command in list.Item["commands"]!.AsArray().Index()
           let isPrompt = (string?)command.Item!["type"] == "prompt"
           from text in command.Item.AsObject()
           where text.Key == "description" || (isPrompt && text.Key == "title")
           select ($"bots[0].commandLists[{list.Index}].commands[{command.Index}].{text.Key}", (string)text.Value!, text.Key == "title" ? 32 : 128),
        .. from command in Extension(manifest)["commands"]!.AsArray().Index()
           let key = $"composeExtensions[0].commands[{command.Index}]"
           from shown in (command.Item!["parameters"]?.AsArray() ?? []).Index().Select(parameter => (Key: $"{key}.parameters[{parameter.Index}]", parameter.Item)).Prepend((Key: key, command.Item))
           from text in shown.Item!.AsObject()
           where text.Key is "title" or "description"
           select ($"{shown.Key}.{text.Key}", (string)text.Value!, text.Key == "title" ? 32 : 128),
    ];

    private static JsonNode Extension(JsonNode manifest) => Assert.Single(manifest["composeExtensions"]!.AsArray())!;

    private static IEnumerable<JsonNode> Lists(JsonNode manifest) => manifest["bots"]![0]!["commandLists"]!.AsArray().Select(list => list!);

    private async Task<JsonNode> ManifestAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(app.Unpacked, "manifest.json")))!;
}
