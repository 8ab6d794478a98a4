using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Secrets;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.VideoSdk;

/// <summary>The client against the sandbox's VideoSDK, which was written from the public description and shares no code with it.</summary>
public sealed class SandboxContractTests : IAsyncLifetime
{
    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");

    private int Posts => _sandbox.VideoSdk.Requests.Count(request => request.Method == "POST");

    [Theory]
    [InlineData(""), InlineData("Bearer")]
    public async Task A_trunk_is_created_read_back_and_replaced(string scheme)
    {
        using var world = World(_sandbox.Address, ("VideoSdk:AuthorizationScheme", scheme));
        var created = Assert.IsType<Created>(await world.CreateAsync()).Trunk;
        Assert.Empty(created.Missing);
        Assert.Empty(created.DifferencesTo(VideoSdkWorld.Twilio));
        Assert.Equal(VideoSdkWorld.PasswordCanary, Assert.Single(_sandbox.VideoSdk.Trunks).Password);

        var found = Assert.IsType<Found>(await world.Client.GetAsync(created.TrunkId, world.Password, default));
        Assert.Equal((created.Name, true), (found.Trunk.Name, found.PasswordMatches));

        var changed = VideoSdkWorld.Twilio with { Direction = "inbound", Numbers = ["+14155550100", "+14155550101"] };
        var replaced = Assert.IsType<Found>(await world.Client.ReplaceAsync(created.TrunkId, changed, new Secret("another-password"), default));
        Assert.Empty(replaced.Trunk.DifferencesTo(changed));
        Assert.Equal(["direction", "numbers"], replaced.Trunk.DifferencesTo(VideoSdkWorld.Twilio));
        Assert.Equal("another-password", Assert.Single(_sandbox.VideoSdk.Trunks).Password);
        Assert.IsType<NotFound>(await world.Client.GetAsync("nothing-of-this-name", null, default));
        Assert.DoesNotContain("p4ssword", world.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", world.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop-before", "Unknown", 0)]
    [InlineData("drop-after", "Unknown", 1)]
    [InlineData("garbage", "Unknown", 1)]
    [InlineData("no-trunk-id", "Unknown", 1)]
    [InlineData("redirect", "Unknown", 0)]
    public async Task A_fault_leaves_one_post_and_no_false_claim(string kind, string outcome, int trunks)
    {
        _sandbox.VideoSdk.Faults.Add(new Fault { Kind = kind });
        using var world = World(_sandbox.Address);
        Assert.Equal(outcome, (await world.CreateAsync()).GetType().Name);
        Assert.Equal(1, Posts);
        Assert.Equal(trunks, _sandbox.VideoSdk.Trunks.Count);
    }

    [Theory]
    [InlineData(400, null, "RefusedForGood")]
    [InlineData(401, null, "RefusedUntilMended")]
    [InlineData(402, null, "RefusedUntilMended")]
    [InlineData(403, null, "RefusedUntilMended")]
    [InlineData(404, null, "RefusedUntilMended")]
    [InlineData(408, null, "Unknown")]
    [InlineData(409, null, "RefusedForGood")]
    [InlineData(422, null, "RefusedForGood")]
    [InlineData(429, null, "RefusedForNow")]
    [InlineData(429, 30, "RefusedForNow")]
    [InlineData(500, null, "Unknown")]
    [InlineData(503, null, "Unknown")]
    [InlineData(503, 30, "RefusedForNow")]
    public async Task Each_status_is_read_as_the_contract_says(int status, int? retryAfter, string outcome)
    {
        _sandbox.VideoSdk.Faults.Add(new Fault { Status = status, RetryAfter = retryAfter, Message = "no luck today" });
        using var world = World(_sandbox.Address);
        var ended = await world.CreateAsync();
        Assert.Equal(outcome, ended.GetType().Name);
        Assert.Equal(1, Posts);
        if (ended is RefusedForGood { Problem: var problem })
            Assert.Equal(("no luck today", true), (problem.Message, problem.RequestId is { Length: > 0 }));
        if (ended is RefusedForNow { RetryAfter: var pause })
            Assert.Equal(retryAfter, (int?)pause?.TotalSeconds);
    }

    [Fact]
    public async Task What_VideoSDK_objects_to_names_the_field()
    {
        using var world = World(_sandbox.Address);
        var refused = Assert.IsType<RefusedForGood>(
            await world.Client.CreateAsync(VideoSdkWorld.Twilio with { Name = "ab" }, world.Password, () => Task.FromResult(true), default));
        Assert.Equal("Change the name and ask again.", refused.Problem.Remedy);
        Assert.Empty(_sandbox.VideoSdk.Trunks);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_words_for_whoever_runs_the_bot()
    {
        // Like no text of any test: while it is known in this process, no message that holds it is passed on.
        using var world = World(_sandbox.Address, ("VideoSdk:Secret", $"another company's {Guid.NewGuid():N}"));
        var refused = Assert.IsType<RefusedUntilMended>(await world.CreateAsync());
        Assert.Equal(401, refused.Problem.Status);
        Assert.Contains("VideoSdk:Secret", refused.Problem.ForOperators, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_that_is_not_trusted_means_that_nothing_was_sent_and_a_configured_one_is_trusted()
    {
        using var stranger = World(_sandbox.LoginAddress);
        Assert.Contains("A secure connection", Assert.IsType<NothingSent>(await stranger.CreateAsync()).Reason.ToString(), StringComparison.Ordinal);
        var root = _sandbox.BotSettings(1, "unused.db")["TrustedRootCertificate"]!;
        using var friend = World(_sandbox.LoginAddress, ("TrustedRootCertificate", root));
        Assert.IsNotType<NothingSent>(await friend.CreateAsync());
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    private VideoSdkWorld World(Uri address, params (string Key, string Value)[] settings) => new(
        address.ToString(), [("VideoSdk:ApiKey", _sandbox.VideoSdk.ApiKey), ("VideoSdk:Secret", _sandbox.VideoSdk.Secret), .. settings]);
}
