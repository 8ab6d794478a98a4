using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Conversations;

/// <summary>The main job for a client that reads the bot's answers in the answer to its own call: <c>deliveryMode: expectReplies</c>.</summary>
public sealed class ExpectedRepliesTests : IAsyncLifetime
{
    private Company _world = null!;

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task All_that_a_turn_answers_stands_in_the_answer_to_its_call(string channel)
    {
        var form = await HearsAsync("riya", "personal", channel, Line("/trunk new"));
        Assert.Contains("New SIP trunk", form.Words, StringComparison.Ordinal);
        Assert.Contains("Waiting for an approver", (await HearsAsync("riya", "personal", channel, Submit(form, "Submit", Sample.Clean))).Words, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();

        var waiting = await HearsAsync("omar", "room", null, Line("/trunk show TR-1"));
        var approved = await HearsAsync("omar", "room", null, Submit(waiting, "Approve", [("comment", "looks right")]));
        Assert.Contains("TR-1 is approved", approved.Words, StringComparison.Ordinal);
        Assert.Empty(_world.Sandbox.VideoSdk.Requests);
        await _world.RunDueJobsAsync();

        var trunk = Assert.Single(_world.Sandbox.VideoSdk.Trunks);
        var shown = await HearsAsync("riya", "personal", channel, Line("/trunk show TR-1"));
        Assert.Contains(trunk.TrunkId, shown.Words, StringComparison.Ordinal);
        Assert.Contains("looks right", shown.Words, StringComparison.Ordinal);
        Assert.Contains(trunk.TrunkId, _world.Riya.On(channel).Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_in_Teams_that_comes_as_a_message_is_answered_there_too()
    {
        var form = await HearsAsync("riya", "personal", "msteams", Line("/trunk new"));
        var click = Submit(form, "Submit", Sample.Clean);
        click["replyToId"] = "1795456255536";
        Assert.Contains("Waiting for an approver", (await HearsAsync("riya", "personal", "msteams", click)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_with_a_reaction_elsewhere_is_answered_in_words()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        await _world.AskedAsync();
        Assert.Contains("TR-1 is approved", (await HearsAsync("omar", "teams-room", "msteams", Line("/trunk approve TR-1"))).Words, StringComparison.Ordinal);
        Assert.Empty(_world.Sandbox.Channel.Reactions);
    }

    [Fact]
    public async Task An_execute_has_its_own_answer()
    {
        var form = await HearsAsync("riya", "personal", "msteams", Line("/trunk new"));
        var data = Submit(form, "Submit", Sample.Clean)["value"]!.DeepClone().AsObject();
        var answer = (await DeliverAsync("riya", "personal", "msteams", Talker.Invoke(data, null))).Body!.Value;
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Contains("Waiting for an approver", Cards.Words(answer.GetProperty("value")), StringComparison.Ordinal);
    }

    private static JsonObject Line(string text) => new() { ["type"] = "message", ["text"] = text };

    private static JsonObject Submit(Replies replies, string title, (string Id, string Value)[] inputs) =>
        Talker.Submit(Talker.Click(replies.Sent.Last(sent => sent.Card is { } card && Cards.Actions(card).Any(action => action.GetProperty("title").GetString() == title)), title, inputs)
            is var click && (string?)click["type"] == "invoke" ? click["value"]!["action"]!["data"]!.DeepClone().AsObject() : click["value"]!.DeepClone().AsObject());

    private Task<Delivery> DeliverAsync(string person, string where, string? channel, JsonObject activity) =>
        _world.Sandbox.Channel.DeliverAsync(person, where, activity, channel, complete => complete["deliveryMode"] = "expectReplies");

    private async Task<Replies> HearsAsync(string person, string where, string? channel, JsonObject activity)
    {
        var before = _world.Sandbox.Channel.Calls.Count;
        var delivery = await DeliverAsync(person, where, channel, activity);
        Assert.Equal(200, delivery.Status);
        Assert.DoesNotContain(_world.Sandbox.Channel.Calls.Skip(before), call => call.Operation is "send" or "react");
        return new([.. delivery.Body!.Value.GetProperty("activities").EnumerateArray()
            .Select(reply => new SentActivity { Time = default, Operation = "reply", Activity = reply })]);
    }

    private sealed record Replies(IReadOnlyList<SentActivity> Sent)
    {
        public string Words => string.Join("\n", Sent.Select(sent => sent.Text + Cards.Words(sent.Card)));
    }
}
