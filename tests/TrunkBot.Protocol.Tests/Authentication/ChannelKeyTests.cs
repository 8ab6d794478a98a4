using Microsoft.AspNetCore.Http;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>When the channel's keys are read, and what holds when they cannot be.</summary>
public sealed class ChannelKeyTests : IAsyncLifetime
{
    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private FakeChannel Channel => _bot.Channel;

    private string Invented(string kid) => Good(new ChannelSigner(kid) { Key = Channel.Signer.Key });

    private string Good(ChannelSigner? signer = null) => (signer ?? Channel.Signer).Sign(_bot.Payload());

    [Fact]
    public async Task A_hundred_first_messages_read_the_keys_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _bot.StatusOfAsync(Good()))));
        Assert.All(answers, status => Assert.Equal(200, status));
        Assert.Equal(1, Channel.KeyFetches);
    }

    [Fact]
    public async Task A_new_key_is_found_at_once_and_read_once_for_a_hundred_messages()
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        var fresh = new ChannelSigner("k2", "msteams");
        Channel.Published.Add(fresh);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _bot.StatusOfAsync(Good(fresh)))));
        Assert.All(answers, status => Assert.Equal(200, status));
        Assert.Equal(2, Channel.KeyFetches);
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
    }

    [Fact]
    public async Task A_hundred_tokens_of_unknown_keys_read_the_keys_a_few_times_and_then_by_the_clock_alone()
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        for (var i = 0; i < 100; i++)
            Assert.Equal(401, await _bot.StatusOfAsync(Invented($"s{i}")));
        Assert.Equal(1 + KeyBudget.MostAtOnce, Channel.KeyFetches);

        for (var minute = 1; minute <= 10; minute++)
        {
            _bot.Clock.Advance(TimeSpan.FromMinutes(1));
            for (var i = 0; i < 20; i++)
                Assert.Equal(401, await _bot.StatusOfAsync(Invented($"m{minute}-{i}")));
        }

        Assert.Equal(1 + KeyBudget.MostAtOnce + 20, Channel.KeyFetches);
    }

    [Fact]
    public async Task One_invented_name_said_again_and_again_is_looked_for_once_in_a_while()
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        for (var i = 0; i < 50; i++)
            Assert.Equal(401, await _bot.StatusOfAsync(Invented("again")));
        Assert.Equal(2, Channel.KeyFetches);
        _bot.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, await _bot.StatusOfAsync(Invented("again")));
        Assert.Equal(3, Channel.KeyFetches);
    }

    [Fact]
    public async Task A_stranger_cannot_use_up_the_look_up_of_a_new_key_of_the_channel()
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        Assert.Equal(401, await _bot.StatusOfAsync(Invented("one")));
        Assert.Equal(401, await _bot.StatusOfAsync(Invented("two")));
        var fresh = new ChannelSigner("fresh", "msteams");
        Channel.Published.Add(fresh);
        Assert.Equal(200, await _bot.StatusOfAsync(Good(fresh)));

        // One who goes on and on holds a key up for half a minute, and then finds it for the channel.
        for (var i = 0; i < 100; i++)
            Assert.Equal(401, await _bot.StatusOfAsync(Invented($"more-{i}")));
        var second = new ChannelSigner("second", "msteams");
        Channel.Published.Add(second);
        Assert.Equal(401, await _bot.StatusOfAsync(Good(second)));
        _bot.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(401, await _bot.StatusOfAsync(Invented("last")));
        Assert.Equal(200, await _bot.StatusOfAsync(Good(second)));
    }

    [Fact]
    public void What_is_remembered_of_invented_names_has_an_end()
    {
        var budget = new KeyBudget(_bot.Clock);
        for (var i = 0; i < 10 * KeyBudget.MostRemembered; i++)
            budget.Missed($"invented-{i}");
        Assert.InRange(budget.Remembered, 1, KeyBudget.MostRemembered);
        budget.Missed(new string('x', 10_000));
        Assert.False(budget.TryTake(new string('x', 10_000)));
    }

    [Fact]
    public async Task Two_rotations_within_five_minutes_are_both_followed()
    {
        foreach (var kid in new[] { "a", "b", "c" })
        {
            var signer = new ChannelSigner(kid, "msteams");
            Channel.Published.Add(signer);
            Assert.Equal(200, await _bot.StatusOfAsync(Good(signer)));
        }
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_refused_after_the_next_reading_even_for_a_token_taken_before()
    {
        var token = Good();
        Assert.Equal(200, await _bot.StatusOfAsync(token));
        Channel.Published.Clear();
        Channel.Published.Add(new ChannelSigner("k2", "msteams"));
        Assert.Equal(200, await _bot.StatusOfAsync(Good(Channel.Published[0])));
        Assert.Equal(401, await _bot.StatusOfAsync(token));
    }

    [Theory]
    [InlineData("an error")]
    [InlineData("not JSON")]
    [InlineData("no keys")]
    [InlineData("a broken connection")]
    public async Task Keys_that_cannot_be_read_again_leave_the_last_good_ones(string failure)
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        Channel.OnKeys = Failing(failure);
        Assert.Equal(401, await _bot.StatusOfAsync(Good(new ChannelSigner("k2"))));
        Assert.Equal(2, Channel.KeyFetches);
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        _bot.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
    }

    [Theory]
    [InlineData("an error")]
    [InlineData("not JSON")]
    [InlineData("no keys")]
    [InlineData("a broken connection")]
    public async Task Without_any_keys_nobody_is_let_in_until_they_can_be_read(string failure)
    {
        Channel.OnKeys = Failing(failure);
        Assert.Equal(503, await _bot.StatusOfAsync(Good()));
        Assert.Equal(503, await _bot.StatusOfAsync(Good()));
        Assert.Equal(1, Channel.KeyFetches);
        Channel.OnKeys = null;
        _bot.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
    }

    [Fact]
    public async Task Keys_are_read_again_in_the_background_after_twelve_hours()
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        var read = new TaskCompletionSource();
        Channel.OnKeys = http =>
        {
            read.TrySetResult();
            return http.Response.WriteAsJsonAsync(new { keys = Channel.Published.Select(s => s.PublicKey()) });
        };
        _bot.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        await read.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Channel.KeyFetches);
    }

    [Fact]
    public async Task Keys_at_an_address_in_the_clear_are_not_fetched()
    {
        Channel.JwksUri = "http://keys.example/keys";
        Assert.Equal(503, await _bot.StatusOfAsync(Good()));
    }

    [Fact]
    public async Task Keys_for_encryption_and_short_keys_are_not_taken()
    {
        var shortKey = new ChannelSigner("short", "msteams") { Key = System.Security.Cryptography.RSA.Create(1024) };
        var encryption = new ChannelSigner("enc", "msteams");
        var encryptionKey = encryption.PublicKey();
        encryptionKey["use"] = "enc";
        Channel.OnKeys = http => http.Response.WriteAsJsonAsync(
            new { keys = new[] { shortKey.PublicKey(), encryptionKey, Channel.Signer.PublicKey() } });
        Assert.Equal(401, await _bot.StatusOfAsync(Good(shortKey)));
        Assert.Equal(401, await _bot.StatusOfAsync(Good(encryption)));
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
    }

    private static Func<HttpContext, Task> Failing(string failure) => http =>
    {
        switch (failure)
        {
            case "an error":
                http.Response.StatusCode = 500;
                return Task.CompletedTask;
            case "not JSON":
                return http.Response.WriteAsync("<html>");
            case "no keys":
                return http.Response.WriteAsync("""{"keys":[]}""");
            default:
                http.Abort();
                return Task.CompletedTask;
        }
    };
}
