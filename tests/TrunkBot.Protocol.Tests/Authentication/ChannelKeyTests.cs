using Microsoft.AspNetCore.Http;

namespace TrunkBot.Protocol.Tests.Authentication;

/// <summary>When the channel's keys are read, and what holds when they cannot be.</summary>
public sealed class ChannelKeyTests : IAsyncLifetime
{
    private BotSide _bot = null!;

    public async Task InitializeAsync() => _bot = await BotSide.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private FakeChannel Channel => _bot.Channel;

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
    public async Task A_hundred_tokens_of_unknown_keys_read_the_keys_once_in_five_minutes()
    {
        Assert.Equal(200, await _bot.StatusOfAsync(Good()));
        var strangers = Enumerable.Range(0, 100).Select(i => Task.Run(() => _bot.StatusOfAsync(Good(new ChannelSigner($"s{i}") { Key = Channel.Signer.Key }))));
        Assert.All(await Task.WhenAll(strangers), status => Assert.Equal(401, status));
        Assert.Equal(2, Channel.KeyFetches);

        _bot.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(401, await _bot.StatusOfAsync(Good(new ChannelSigner("late"))));
        Assert.Equal(2, Channel.KeyFetches);
        _bot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(401, await _bot.StatusOfAsync(Good(new ChannelSigner("later"))));
        Assert.Equal(3, Channel.KeyFetches);
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
