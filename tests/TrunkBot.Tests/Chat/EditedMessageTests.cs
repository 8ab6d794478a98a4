using System.Text;
using System.Text.Json.Nodes;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>A message that was edited is not acted on, and whoever edited it is told so.</summary>
public sealed class EditedMessageTests : IAsyncLifetime
{
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("/trunk new --name acme")]
    [InlineData("hello")]
    [InlineData("")]
    public async Task An_edit_gets_one_sentence_and_does_nothing(string text)
    {
        var heard = await EditAsync(text);
        Assert.Equal("I only read new messages, so your edit changes nothing. Send it as a new message.", Assert.Single(heard.Sent).Text);
        Assert.Equal(0, await _world.StoredAsync(db => Task.FromResult(db.Set<TrunkRequest>().Count())));
    }

    [Theory]
    [InlineData("Username: acme\nPassword: Zq7Canary-Horse-42")]
    [InlineData("curl -u acme:Zq7Canary-Horse-42 https://api.example.com")]
    public async Task A_password_in_an_edit_is_warned_about_and_kept_nowhere(string text)
    {
        var heard = await EditAsync(text);
        Assert.Contains("That looks like a password", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7Canary", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_world.Log.Lines, line => line.Contains("Zq7Canary", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(_world.Folder, "*.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.DoesNotContain("Zq7Canary", await ReadAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_answers_no_question()
    {
        await _world.Riya.SaysAsync("/trunk new --chat");
        await EditAsync("acme");
        Assert.True(string.IsNullOrEmpty((await Conversations.Story.RequestAsync(_world)).Fields.Name));
        await _world.Riya.SaysAsync("beta");
        Assert.Equal("beta", (await Conversations.Story.RequestAsync(_world)).Fields.Name);
    }

    [Fact]
    public async Task Each_edit_is_answered_and_a_second_copy_of_one_is_not()
    {
        var line = _world.Sandbox.Channel.Compose("riya", "personal", Edit("one"));
        for (var copy = 0; copy < 2; copy++)
            Assert.Equal(200, (await _world.Sandbox.Channel.PostAsync(line, _world.Sandbox.Channel.SignToken())).Status);
        Assert.Single(_world.Riya.Sees());
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await EditAsync("two", (string)line["id"]!);
        Assert.Equal(2, _world.Riya.Sees().Count);
    }

    [Fact]
    public async Task A_message_that_is_back_and_what_is_edited_among_others_stays_unanswered()
    {
        var back = Edit("/whoami");
        back["channelData"] = new JsonObject { ["eventType"] = "undeleteMessage" };
        Assert.Empty((await _world.ClicksForgedAsync("riya", "msteams", back)).Sent);
        Assert.Empty((await _world.ClicksForgedAsync("riya", "msteams", Edit("lunch at two?"), "group")).Sent);
        Assert.Single((await _world.ClicksForgedAsync("riya", "msteams", Edit("/trunk list", "1700000000002"), "group")).Sent);
    }

    // Another has it open.
    private static async Task<string> ReadAsync(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private Task<Heard> EditAsync(string text, string? id = null) => _world.ClicksForgedAsync("riya", "msteams", Edit(text, id));

    private static JsonObject Edit(string text, string? id = null) => new()
    {
        ["type"] = "messageUpdate",
        ["id"] = id ?? "1700000000001",
        ["text"] = text,
        ["channelData"] = new JsonObject { ["eventType"] = "editMessage" },
    };
}
