using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Connector;

/// <summary>What a failing connector does to a call: whether it is repeated, and what its outcome is.</summary>
public sealed class ConnectorFailureTests : IAsyncLifetime
{
    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private FakeChannel Channel => _bot.Channel;

    private Task SendAsync() => _bot.Connector.SendToConversationAsync(_bot.ServiceUrl, "c", Activity.Message("canary-text"));

    [Theory]
    [InlineData(400, ConnectorOutcome.Refused, false)]
    [InlineData(403, ConnectorOutcome.Refused, false)]
    [InlineData(404, ConnectorOutcome.Refused, false)]
    [InlineData(408, ConnectorOutcome.Unknown, true)]
    [InlineData(412, ConnectorOutcome.Refused, true)]
    [InlineData(413, ConnectorOutcome.Refused, false)]
    [InlineData(429, ConnectorOutcome.Refused, true)]
    [InlineData(500, ConnectorOutcome.Unknown, false)]
    [InlineData(502, ConnectorOutcome.Unknown, true)]
    [InlineData(503, ConnectorOutcome.Unknown, true)]
    [InlineData(504, ConnectorOutcome.Unknown, true)]
    public async Task A_send_is_never_repeated_and_says_what_became_of_it(int status, ConnectorOutcome outcome, bool mayPass)
    {
        Channel.OnRequest = Answering(status);
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal((outcome, mayPass, status, "SomeCode"), (failure.Outcome, failure.MayPass, failure.Status, failure.Code));
        Assert.Single(Channel.Requests);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await FakeChannel.StartAsync();
        Channel.OnRequest = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = elsewhere.Http.ToString();
            return Task.CompletedTask;
        };
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal(ConnectorOutcome.Refused, failure.Outcome);
        await Assert.ThrowsAsync<ConnectorException>(() => _bot.Connector.GetMemberAsync(_bot.ServiceUrl, "c", "m"));
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("date", 30)]
    [InlineData("past", 0)]
    [InlineData("soon", null)]
    public async Task How_long_to_wait_is_read_from_the_answer(string header, int? seconds)
    {
        var now = _bot.Clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        _bot.Clock.SetUtcNow(now.AddSeconds(1));
        Channel.OnRequest = http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = header switch
            {
                "date" => now.AddSeconds(31).ToString("R", CultureInfo.InvariantCulture),
                "past" => now.AddHours(-1).ToString("R", CultureInfo.InvariantCulture),
                _ => header,
            };
            return Task.CompletedTask;
        };
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal(seconds, (int?)failure.RetryAfter?.TotalSeconds);
        Assert.Null(failure.Code);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_reached_has_surely_not_got_the_message()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"localhost:{((IPEndPoint)taken.LocalEndpoint).Port}";
        taken.Stop();
        await using var bot = await BotSide.StartAsync(("TrustedServiceHosts:0", address));
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => bot.Connector.SendToConversationAsync($"http://{address}/", "c", Activity.Message("Hello")));
        Assert.Equal((ConnectorOutcome.Refused, true, null), (failure.Outcome, failure.MayPass, failure.Status));
    }

    [Fact]
    public async Task A_connector_with_a_certificate_of_an_unknown_root_gets_nothing()
    {
        await using var bot = await BotSide.StartAsync();
        await bot.Connector.SendToConversationAsync(bot.Channel.Https.ToString(), "c", Activity.Message("Hello"));
        await using var wrong = await FakeChannel.StartAsync("elsewhere.example");
        await using var other = BotSide.Start(bot.Channel, ("TrustedServiceHosts:0", wrong.Https.Authority));
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => other.Connector.SendToConversationAsync(wrong.Https.ToString(), "c", Activity.Message("Hello")));
        Assert.Equal(ConnectorOutcome.Refused, failure.Outcome);
        Assert.Empty(wrong.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_message_left_leaves_its_outcome_unknown()
    {
        Channel.OnRequest = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal((ConnectorOutcome.Unknown, true), (failure.Outcome, failure.MayPass));
        Assert.Single(Channel.Requests);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_leaves_the_outcome_unknown()
    {
        Channel.OnRequest = async http =>
        {
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("{");
            await http.Response.Body.FlushAsync();
            http.Abort();
        };
        Assert.Equal(ConnectorOutcome.Unknown, (await Assert.ThrowsAsync<ConnectorException>(SendAsync)).Outcome);
    }

    [Fact]
    public async Task A_connector_that_does_not_answer_in_time_leaves_the_outcome_unknown()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new ChannelAuthenticationOptions
        {
            AllowAnonymousLoopback = true,
        });
        using var http = new ChannelHttp(options);
        http.Connector.Timeout = TimeSpan.FromMilliseconds(200);
        var log = Microsoft.Extensions.Logging.Abstractions.NullLogger<BotTokenSource>.Instance;
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var client = new ConnectorClient(
            new TrustedServices(options.Value),
            new ConnectorCalls(http.Connector, new BotTokenSource(null, "", new(meters), _bot.Clock, log), new(meters, _bot.Clock), _bot.Clock));
        Channel.OnRequest = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var failure = await Assert.ThrowsAsync<ConnectorException>(
            () => client.SendToConversationAsync(_bot.ServiceUrl, "c", Activity.Message("Hello")));
        Assert.Equal((ConnectorOutcome.Unknown, true, null), (failure.Outcome, failure.MayPass, failure.Status));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so_and_nothing_else()
    {
        using var patience = new CancellationTokenSource();
        Channel.OnRequest = context =>
        {
            patience.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _bot.Connector.SendToConversationAsync(_bot.ServiceUrl, "c", Activity.Message("Hello"), patience.Token));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_made_again()
    {
        Channel.OnRequest = http =>
        {
            http.Response.StatusCode = http.Request.Headers.Authorization == "Bearer token-1" ? 401 : 200;
            return Task.CompletedTask;
        };
        await SendAsync();
        await SendAsync();
        Assert.Equal(
            ["Bearer token-1", "Bearer token-2", "Bearer token-2"], Channel.Requests.Select(r => r.Authorization));
        Assert.Equal(2, Channel.Logins.Count);
        Assert.Single(Channel.Requests.Select(r => r.Body).Distinct());
    }

    [Fact]
    public async Task A_connector_that_refuses_every_token_is_asked_twice()
    {
        Channel.OnRequest = Answering(401);
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal((401, ConnectorOutcome.Refused, false), (failure.Status, failure.Outcome, failure.MayPass));
        Assert.Equal(2, Channel.Requests.Count);
        Assert.Equal(2, Channel.Logins.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        Channel.OnLogin = _ => (401, """{"error":"invalid_client"}""");
        var failure = await Assert.ThrowsAsync<ConnectorException>(SendAsync);
        Assert.Equal((ConnectorOutcome.Refused, "invalid_client", false), (failure.Outcome, failure.Code, failure.MayPass));
        Assert.Empty(Channel.Requests);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Reads_updates_and_deletions_are_tried_three_times(int status)
    {
        Channel.OnRequest = Answering(status, retryAfter: "2");
        foreach (var call in RepeatableCalls())
        {
            Channel.Requests.Clear();
            var failure = await Assert.ThrowsAsync<ConnectorException>(() => WithTimePassingAsync(call()));
            Assert.Equal((status, TimeSpan.FromSeconds(2)), (failure.Status, failure.RetryAfter));
            Assert.Equal(3, Channel.Requests.Count);
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task What_cannot_pass_is_tried_once(int status)
    {
        Channel.OnRequest = Answering(status);
        foreach (var call in RepeatableCalls())
        {
            Channel.Requests.Clear();
            await Assert.ThrowsAsync<ConnectorException>(call);
            Assert.Single(Channel.Requests);
        }
    }

    [Fact]
    public async Task A_call_that_is_repeated_waits_as_long_as_it_is_asked_to()
    {
        var first = new TaskCompletionSource();
        Channel.OnRequest = http =>
        {
            var answer = first.Task.IsCompleted ? http.Response.WriteAsync("{}") : Answering(429, retryAfter: "5")(http);
            first.TrySetResult();
            return answer;
        };
        var update = _bot.Connector.UpdateActivityAsync(_bot.ServiceUrl, "c", "a", Activity.Message("Hello"));
        await first.Task;
        _bot.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(update.IsCompleted);
        await WithTimePassingAsync(update);
        Assert.Equal(2, Channel.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_left_to_the_caller()
    {
        Channel.OnRequest = Answering(429, retryAfter: "120");
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => _bot.Connector.GetMemberAsync(_bot.ServiceUrl, "c", "m"));
        Assert.Equal(TimeSpan.FromMinutes(2), failure.RetryAfter);
        Assert.Single(Channel.Requests);
    }

    private Func<Task>[] RepeatableCalls() =>
    [
        () => _bot.Connector.GetMemberAsync(_bot.ServiceUrl, "c", "m"),
        () => _bot.Connector.UpdateActivityAsync(_bot.ServiceUrl, "c", "a", Activity.Message("Hello")),
        () => _bot.Connector.DeleteActivityAsync(_bot.ServiceUrl, "c", "a"),
    ];

    // The call waits on the same clock; each step lets it come as far as its next wait.
    private async Task WithTimePassingAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await call;
    }

    private static Func<HttpContext, Task> Answering(int status, string? retryAfter = null) => http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync("""{"error":{"code":"SomeCode","message":"canary-message"}}""");
    };
}
