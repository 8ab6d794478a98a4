using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrunkBot.Tests.Shape;

/// <summary>Which room may know which, and where each fact has its home.</summary>
public sealed partial class LayerTests
{
    // From the features down to the plumbing. Rooms of a level may know each other, except for features and plumbing.
    private static readonly string[][] s_levels =
    [
        ["Trunks", "Approvals"],
        ["Chat", "Audit", "Operations"],
        ["Intake"],
        ["Presets", "Policies", "Access", "Channels"],
        ["VideoSdk", "Outbox"],
        ["Secrets", "Conversations"],
        ["Jobs"],
        ["Storage"],
        ["Diagnostics"],
        ["Languages"],
    ];

    [Fact]
    public void Arrows_point_down_and_the_only_one_between_features_is_from_trunks_to_approvals()
    {
        var wrong =
            from file in Source.OfTheBot
            where file.Room.Length > 0 && !file.IsGenerated
            from Match use in RoomNames().Matches(file.Text)
            let other = use.Groups[1].Value
            where other != file.Room && !MayKnow(file.Room, other)
            select $"{file.Path} knows {other}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_is_a_room_of_the_picture_and_every_namespace_is_its_folder()
    {
        var rooms = s_levels.SelectMany(level => level).ToHashSet();
        Assert.Empty(Source.OfTheBot.Select(file => file.Room).Where(room => room.Length > 0 && !rooms.Contains(room)).Distinct());
        var wrong = Source.OfTheBot.Where(file => !file.IsGenerated && file.Path != "Program.cs" && Namespace().Match(file.Text).Groups[1].Value != NamespaceOf(file));
        Assert.Empty(wrong.Select(file => file.Path));
    }

    [Fact]
    public void Only_the_rooms_that_need_it_can_read_a_secret_in_clear() => OnlyIn(["Secrets", "VideoSdk"], "Reveal(");

    [Fact]
    public void The_policies_are_pure_they_know_facts_and_roles_and_no_way_to_find_anything_out()
    {
        string[] ways = ["DbContext", "EntityFramework", "IBackEnd", "TimeProvider", "DateTime", "TimeSpan", "Http", "async ", "Task", "File.", "Environment.", "Random", "Guid", "IServiceProvider"];
        var wrong =
            from file in Source.OfTheBot
            where file.Room == "Policies"
            from word in ways.Where(way => file.Text.Contains(way, StringComparison.Ordinal))
                .Concat(RoomNames().Matches(file.Text).Select(use => use.Groups[1].Value).Where(room => room is not ("Policies" or "Access" or "Languages")))
            select $"{file.Path}: {word}";
        Assert.Empty(wrong);
        Assert.Contains(Source.OfTheBot, file => file.Path.StartsWith("Policies/Rules/", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_storage_knows_which_database_engine_there_is() => OnlyIn(["Storage"], "Sqlite", "Npgsql", "PostgreSql");

    [Fact]
    public void SQL_stands_in_the_storage_alone_and_tables_and_columns_are_named_by_the_model()
    {
        Assert.Empty(
            from file in Source.OfTheBot
            where file.Room != "Storage"
            from Match text in SqlText().Matches(file.Text)
            select $"{file.Path}: {text.Value}");
        Assert.Empty(
            from file in Source.OfTheBot
            where file.Room == "Storage" && !file.IsGenerated
            from Match name in TypedName().Matches(file.Text)
            where !name.Value.Contains("__EFMigrationsLock", StringComparison.Ordinal)
            select $"{file.Path}: {name.Value}");
    }

    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("UPDATE \"Jobs\" SET \"State\" = 1", true)]
    [InlineData("delete from Jobs where Id = 1", true)]
    [InlineData("\"Attempts\" >= 5", true)]
    [InlineData("ORDER BY +\"Number\" DESC", true)]
    [InlineData("Update the trunk", false)]
    [InlineData("Select a carrier", false)]
    public void SQL_is_known_when_it_is_seen(string text, bool isSql) => Assert.Equal(isSql, SqlText().IsMatch($"= \"\"\"{text}\"\"\";"));

    [Fact]
    public void Only_the_room_for_VideoSDK_knows_its_paths() => OnlyIn(["VideoSdk"], "sip-trunk\"", "v2/", "trunkId\"");

    [Fact]
    public void Only_the_room_for_channels_knows_their_ids() => OnlyIn(["Channels"], "\"msteams\"", "\"webchat\"", "\"directline\"", "\"emulator\"");

    [Fact]
    public void Only_the_presets_know_carriers_hosts_but_for_VideoSDKs_own_sample_value()
    {
        var domains = Directory.GetFiles(Path.Combine(Source.Root, "src/TrunkBot/Presets"), "*.json")
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("domains").EnumerateArray())
            .Select(domain => domain.GetString()!).ToList();
        Assert.NotEmpty(domains);
        var wrong = Source.OfTheBot.Where(file => file.Room != "Presets"
            && domains.Any(file.Text.Replace("example.pstn.twilio.com", "", StringComparison.Ordinal).Contains));
        Assert.Empty(wrong.Select(file => file.Path));
    }

    [Fact]
    public void The_sandbox_references_neither_bot_nor_protocol_library_and_the_library_no_project_at_all()
    {
        foreach (var project in new[] { "TrunkBot.Sandbox", "TrunkBot.Protocol" })
            Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Source.Root, $"src/{project}/{project}.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_say_what_a_thing_does_and_files_stay_short_enough_to_read()
    {
        Assert.Empty(Source.OfTheBot.Where(file => EmptyName().IsMatch(file.Path)).Select(file => file.Path));
        Assert.Empty(Source.OfTheBot.Where(file => !file.IsGenerated && file.Text.Count(c => c == '\n') > 300).Select(file => file.Path));
    }

    private static void OnlyIn(string[] rooms, params string[] words) => Assert.Empty(
        from file in Source.OfTheBot
        where !rooms.Contains(file.Room)
        from word in words
        where file.Text.Contains(word, StringComparison.Ordinal)
        select $"{file.Path}: {word}");

    private static bool MayKnow(string room, string other)
    {
        var (mine, its) = (LevelOf(room), LevelOf(other));
        return mine < its || (mine == its && (mine is > 0 and < 4 || (room, other) == ("Trunks", "Approvals")));
    }

    private static int LevelOf(string room) => Array.FindIndex(s_levels, level => level.Contains(room));

    private static string NamespaceOf(SourceFile file) =>
        string.Join('.', (string[])["TrunkBot", .. file.Path.Split('/')[..^1]]);

    [GeneratedRegex(@"\bTrunkBot\.(Trunks|Approvals|Chat|Intake|Presets|Policies|Access|Channels|Audit|Operations|VideoSdk|Secrets|Conversations|Jobs|Outbox|Storage|Diagnostics|Languages)\b")]
    private static partial Regex RoomNames();

    // Keywords in capitals, whole statements in any case, and a quoted name beside an operator, as in an index's filter.
    [GeneratedRegex("""
        \b(SELECT|INSERT INTO|DELETE FROM|UPDATE|WHERE|ORDER BY|LIMIT|JOIN|ON CONFLICT|RETURNING|PRAGMA|VACUUM)\s+[+"\w$(*{]|\bIS NOT NULL\b|(?i:\b(delete\s+from|insert\s+into|select\s+.{1,200}\s+from|update\s+\S+\s+set)\s)|"\w+" (=|<>|<|<=|>|>=) ['\d"$]
        """, RegexOptions.None)]
    private static partial Regex SqlText();

    // A table or column that is typed into a text.
    [GeneratedRegex("""
        \\?"[A-Z]\w+\\?" (=(?!>)|<>|<|<=|>|>=|\()|(FROM|INTO|UPDATE|JOIN) \\?"[A-Z]\w+
        """)]
    private static partial Regex TypedName();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Service|Base|Impl|Info|Data|Common|Core)\.cs$")]
    private static partial Regex EmptyName();
}
