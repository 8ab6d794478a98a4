using System.Text.Json;
using System.Text.Json.Nodes;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Connector;

/// <summary>What reaches the connector, byte by byte.</summary>
public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Thread = "19:abc@thread.tacv2;messageid=1764000000123";
    private const string EscapedThread = "19%3Aabc%40thread.tacv2%3Bmessageid%3D1764000000123";
    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private ConnectorClient Connector => _bot.Connector;

    private ConnectorRequest TheRequest => Assert.Single(_bot.Channel.Requests);

    [Fact]
    public async Task A_message_goes_to_the_conversation_with_the_bots_token_and_name()
    {
        var sent = await Connector.SendToConversationAsync(_bot.ServiceUrl, Thread, Activity.Message("Hello"));
        Assert.Equal("m1", sent.Id);
        Assert.Equal("POST", TheRequest.Method);
        Assert.Equal($"/teams/region/v3/conversations/{EscapedThread}/activities", TheRequest.RawTarget);
        Assert.Equal("Bearer token-1", TheRequest.Authorization);
        Assert.Equal("application/json; charset=utf-8", TheRequest.ContentType);
        Assert.StartsWith("TrunkBot/", TheRequest.UserAgent, StringComparison.Ordinal);
        Assert.Equal("""{"type":"message","text":"Hello","textFormat":"plain"}""", TheRequest.Body);
    }

    [Fact]
    public async Task A_reply_and_an_update_and_a_deletion_name_the_activity()
    {
        await Connector.ReplyToActivityAsync(_bot.ServiceUrl, "a:1_x/y", "f:2 3", Activity.Message("Hello"));
        await Connector.UpdateActivityAsync(_bot.ServiceUrl, "a:1_x/y", "f:2 3", Activity.Message("Hello"));
        await Connector.DeleteActivityAsync(_bot.ServiceUrl, "a:1_x/y", "f:2 3");
        const string Path = "/teams/region/v3/conversations/a%3A1_x%2Fy/activities/f%3A2%203";
        Assert.Equal(
            [("POST", Path), ("PUT", Path), ("DELETE", Path)],
            _bot.Channel.Requests.Select(r => (r.Method, r.RawTarget)));
        Assert.Equal("", _bot.Channel.Requests.Last().Body);
    }

    [Fact]
    public async Task A_message_that_only_one_person_and_the_bot_saw_is_answered_so_that_only_they_see_it()
    {
        var asked = new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = Channels.Msteams,
            ServiceUrl = _bot.ServiceUrl,
            From = new ChannelAccount { Id = "29:riya" },
            Recipient = new ChannelAccount { Id = "28:bot", IsTargeted = true },
            Conversation = new ConversationAccount { Id = "c" },
        };
        var answer = Activity.Message("Only for you").ApplyConversationReference(asked.GetConversationReference());
        await Connector.SendToConversationAsync(_bot.ServiceUrl, "c", answer);
        Assert.EndsWith("/v3/conversations/c/activities?isTargetedActivity=true", TheRequest.RawTarget, StringComparison.Ordinal);
        Assert.Contains("""
            "recipient":{"id":"29:riya","isTargeted":true}
            """.Trim(), TheRequest.Body, StringComparison.Ordinal);
        Assert.Contains("""
            "from":{"id":"28:bot"}
            """.Trim(), TheRequest.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_only_one_person_saw_is_taken_back_as_one()
    {
        await Connector.DeleteActivityAsync(_bot.ServiceUrl, "c", "m", isTargeted: true);
        Assert.Equal(("DELETE", "/teams/region/v3/conversations/c/activities/m?isTargetedActivity=true"), (TheRequest.Method, TheRequest.RawTarget));
    }

    [Theory]
    [InlineData("teams", "/teams/")]
    [InlineData("teams/", "/teams/")]
    [InlineData("teams//", "/teams/")]
    [InlineData("emea/00000000-0000-0000-0000-0000000000aa/", "/emea/00000000-0000-0000-0000-0000000000aa/")]
    [InlineData("", "/")]
    public async Task The_path_of_the_service_address_is_kept_with_one_slash(string path, string prefix)
    {
        await Connector.SendToConversationAsync($"{_bot.Channel.Http}{path}", "c", Activity.Message("Hello"));
        Assert.Equal($"{prefix}v3/conversations/c/activities", TheRequest.RawTarget);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_climb_up_the_path_is_not_sent(string id)
    {
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Connector.SendToConversationAsync(_bot.ServiceUrl, id, Activity.Message("Hello")));
        Assert.Equal((ConnectorOutcome.Refused, false), (failure.Outcome, failure.MayPass));
        await Assert.ThrowsAsync<ConnectorException>(() => Connector.DeleteActivityAsync(_bot.ServiceUrl, "c", id));
        Assert.Empty(_bot.Channel.Requests);
    }

    [Fact]
    public async Task What_only_a_channel_may_write_is_left_out_and_the_activity_stays_as_it_was()
    {
        var activity = JsonSerializer.Deserialize(
            """
            {"type":"message","id":"7","timestamp":"2026-11-01T10:00:00Z","serviceUrl":"https://x/","channelId":"msteams","text":"é 😀",
             "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"id":"kept","body":[]}}],"unknown":{"id":1}}
            """,
            ProtocolJsonContext.Default.Activity)!;
        await Connector.SendToConversationAsync(_bot.ServiceUrl, "c", activity);
        var body = JsonNode.Parse(TheRequest.Body)!.AsObject();
        Assert.Equal(["attachments", "channelId", "text", "type", "unknown"], body.Select(p => p.Key).Order());
        Assert.Equal("kept", (string?)body["attachments"]![0]!["content"]!["id"]);
        Assert.Equal("é 😀", (string?)body["text"]);
        Assert.Contains("é ", TheRequest.Body, StringComparison.Ordinal);
        Assert.Equal("7", activity.Id);
        Assert.Equal("https://x/", activity.ServiceUrl);
    }

    [Fact]
    public async Task A_trace_is_not_sent()
    {
        var sent = await Connector.SendToConversationAsync(_bot.ServiceUrl, "c", new Activity { Type = ActivityTypes.Trace });
        Assert.Null(sent.Id);
        Assert.Empty(_bot.Channel.Requests);
    }

    [Theory]
    [InlineData("""{"id":"x"}""", "x")]
    [InlineData("{}", null)]
    [InlineData("", null)]
    [InlineData("<html>", null)]
    public async Task The_id_of_a_message_is_optional(string answer, string? id)
    {
        _bot.Channel.OnRequest = http => http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer)).AsTask();
        Assert.Equal(id, (await Connector.SendToConversationAsync(_bot.ServiceUrl, "c", Activity.Message("Hello"))).Id);
    }

    [Fact]
    public async Task A_personal_chat_and_a_thread_are_created()
    {
        Answer("""{"id":"a:1"}""");
        var chat = await Connector.CreateConversationAsync(_bot.ServiceUrl, new ConversationParameters
        {
            Members = [new ChannelAccount { Id = "29:u" }],
            TenantId = BotSide.Tenant,
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = BotSide.Tenant } },
        });
        Assert.Equal("a:1", chat.Id);
        Assert.Equal("/teams/region/v3/conversations", TheRequest.RawTarget);
        Assert.Equal(
            """{"isGroup":false,"members":[{"id":"29:u"}],"tenantId":"T","channelData":{"tenant":{"id":"T"}}}""".Replace("T", BotSide.Tenant, StringComparison.Ordinal),
            TheRequest.Body);

        Answer("""{"id":"19:c;messageid=5","activityId":"5"}""");
        var thread = await Connector.CreateConversationAsync(_bot.ServiceUrl, new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new TeamsChannelInfo { Id = "19:c" } },
            Activity = new Activity { Type = "message", Id = "dropped", Text = "First" },
        });
        Assert.Equal("5", thread.ActivityId);
        Assert.Equal(
            """{"isGroup":true,"activity":{"type":"message","text":"First"},"channelData":{"channel":{"id":"19:c"}}}""",
            _bot.Channel.Requests.Last().Body);
    }

    [Fact]
    public async Task Members_are_read_one_by_one_and_in_pages()
    {
        Answer("""{"id":"29:u","name":"Riya","aadObjectId":"o","userRole":"user"}""");
        var member = await Connector.GetMemberAsync(_bot.ServiceUrl, "19:c", "29:u");
        Assert.Equal("o", member.AadObjectId);
        Assert.Equal("user", member.AdditionalProperties!["userRole"].GetString());

        Answer("""{"members":[{"id":"29:u"}],"continuationToken":"a+b/c="}""");
        var page = await Connector.GetPagedMembersAsync(_bot.ServiceUrl, "19:c", 50);
        Assert.Single(page.Members);
        await Connector.GetPagedMembersAsync(_bot.ServiceUrl, "19:c", 50, page.ContinuationToken);
        await Connector.GetPagedMembersAsync(_bot.ServiceUrl, "19:c");
        Assert.Equal(
            [
                "/teams/region/v3/conversations/19%3Ac/members/29%3Au",
                "/teams/region/v3/conversations/19%3Ac/pagedmembers?pageSize=50",
                "/teams/region/v3/conversations/19%3Ac/pagedmembers?pageSize=50&continuationToken=a%2Bb%2Fc%3D",
                "/teams/region/v3/conversations/19%3Ac/pagedmembers",
            ],
            _bot.Channel.Requests.Select(r => r.RawTarget));
    }

    [Fact]
    public async Task A_team_and_its_channels_are_read()
    {
        Answer("""{"id":"19:t","name":"Voice","aadGroupId":"g"}""");
        Assert.Equal("g", (await Connector.GetTeamDetailsAsync(_bot.ServiceUrl, "19:t")).AadGroupId);
        Answer("""{"conversations":[{"id":"19:t","name":null},{"id":"19:c","name":"Approvals"}]}""");
        var channels = await Connector.GetTeamChannelsAsync(_bot.ServiceUrl, "19:t");
        Assert.Equal([null, "Approvals"], channels.Conversations.Select(c => c.Name));
        Assert.Equal(["/teams/region/v3/teams/19%3At", "/teams/region/v3/teams/19%3At/conversations"], _bot.Channel.Requests.Select(r => r.RawTarget));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("null")]
    public async Task A_roster_that_cannot_be_read_is_a_failure_and_no_empty_roster(string answer)
    {
        Answer(answer);
        await Assert.ThrowsAsync<ConnectorException>(() => Connector.GetPagedMembersAsync(_bot.ServiceUrl, "c"));
    }

    private void Answer(string json) => _bot.Channel.OnRequest =
        http => http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(json)).AsTask();
}
