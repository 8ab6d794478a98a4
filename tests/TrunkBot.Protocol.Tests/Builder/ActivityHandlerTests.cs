using System.Text.Json;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Testing;

namespace TrunkBot.Protocol.Tests.Builder;

public sealed class ActivityHandlerTests
{
    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageReaction, "reaction")]
    [InlineData(ActivityTypes.MessageUpdate, "update")]
    [InlineData(ActivityTypes.MessageDelete, "delete")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData("somethingNew", "unrecognized")]
    [InlineData("Message", "unrecognized")]
    public async Task Each_type_has_its_method(string type, string method) =>
        Assert.Equal([method], await CallsFor(new Activity { Type = type }));

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "removed")]
    [InlineData("REMOVE-upgrade", "removed")]
    [InlineData("other", null)]
    [InlineData(null, null)]
    public async Task Installation_tells_by_the_beginning_of_its_action(string? action, string? method) =>
        Assert.Equal(method is null ? [] : [method], await CallsFor(new Activity { Type = ActivityTypes.InstallationUpdate, Action = action }));

    [Fact]
    public async Task Members_who_come_and_go_are_told_apart() => Assert.Equal(
        ["added 29:a", "removed 29:b"],
        await CallsFor(new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            MembersAdded = [new ChannelAccount { Id = "29:a" }],
            MembersRemoved = [new ChannelAccount { Id = "29:b" }],
        }));

    [Fact]
    public async Task A_renamed_channel_is_no_news() => Assert.Empty(await CallsFor(new Activity
    {
        Type = ActivityTypes.ConversationUpdate,
        ChannelData = JsonSerializer.SerializeToElement(new { eventType = "channelRenamed" }),
    }));

    [Fact]
    public async Task A_click_reaches_its_method_and_its_answer_is_the_body()
    {
        var answer = await Invoke(new { action = new { type = "Action.Execute", verb = "x", data = new { a = "b" } }, trigger = "manual" });
        Assert.Equal(200, answer.Status);
        Assert.Equal(200, answer.Body!.Value.GetProperty("statusCode").GetInt32());
        Assert.Equal("clicked x", answer.Body.Value.GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"x"}}""")]
    [InlineData("""{"action":"x"}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_click_that_cannot_be_read_is_an_inner_400(string? value)
    {
        var answer = await Invoke(value is null ? null : JsonElement.Parse(value));
        Assert.Equal(200, answer.Status);
        Assert.Equal(400, answer.Body!.Value.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.Body.Value.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData(null)]
    public async Task An_invoke_that_nobody_knows_is_a_501(string? name)
    {
        await using var adapter = new TestAdapter(_ => new Recorder([]));
        Assert.Equal(501, (await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Invoke, Name = name })).Status);
    }

    [Fact]
    public async Task An_answer_that_the_handler_has_set_itself_stays()
    {
        await using var adapter = new TestAdapter(_ => new OwnAnswer());
        Assert.Equal(412, (await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Invoke, Name = "signin/tokenExchange" })).Status);
    }

    private static async Task<IReadOnlyList<string>> CallsFor(Activity activity)
    {
        List<string> calls = [];
        await using var adapter = new TestAdapter(_ => new Recorder(calls));
        Assert.Equal(200, (await adapter.ProcessActivityAsync(activity)).Status);
        return calls;
    }

    private static async Task<InvokeResponse> Invoke(object? value)
    {
        await using var adapter = new TestAdapter(_ => new Recorder([]));
        return await adapter.ProcessActivityAsync(new Activity
        {
            Type = ActivityTypes.Invoke,
            Name = InvokeNames.AdaptiveCardAction,
            Value = value is null ? null : JsonSerializer.SerializeToElement(value),
        });
    }

    private sealed class OwnAnswer : ActivityHandler
    {
        protected override Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            turnContext.InvokeResponse = new InvokeResponse(412, null);
            return Task.FromResult<InvokeResponse?>(null);
        }
    }

    private sealed class Recorder(List<string> calls) : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext t, CancellationToken c) => Note("message");

        protected override Task OnMessageReactionActivityAsync(ITurnContext t, CancellationToken c) => Note("reaction");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext t, CancellationToken c) => Note("update");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext t, CancellationToken c) => Note("delete");

        protected override Task OnEventActivityAsync(ITurnContext t, CancellationToken c) => Note("event");

        protected override Task OnTypingActivityAsync(ITurnContext t, CancellationToken c) => Note("typing");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext t, CancellationToken c) => Note("end");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext t, CancellationToken c) => Note("unrecognized");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext t, CancellationToken c) => Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext t, CancellationToken c) => Note("removed");

        protected override Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> m, ITurnContext t, CancellationToken c) => Note($"added {m[0].Id}");

        protected override Task OnMembersRemovedAsync(IReadOnlyList<ChannelAccount> m, ITurnContext t, CancellationToken c) => Note($"removed {m[0].Id}");

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            AdaptiveCardInvokeValue v, ITurnContext t, CancellationToken c) =>
            Task.FromResult(AdaptiveCardInvokeResponse.Message($"clicked {v.Action!.Verb}"));

        private Task Note(string call)
        {
            calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
