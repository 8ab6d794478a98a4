using System.Security.Cryptography.X509Certificates;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using static TrunkBot.Tests.Credentials.CredentialCompany;

namespace TrunkBot.Tests.Credentials;

/// <summary>One company for all of them: its bot starts again with each credential.</summary>
public sealed class CredentialFixture : IAsyncLifetime
{
    internal Company Company { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Company = await Company.StartAsync();
        Company.Sandbox.Channel.Calls.Most = Company.Sandbox.Channel.Sent.Most = 100_000;
    }

    public async Task DisposeAsync() => await Company.DisposeAsync();
}

/// <summary>By what the bot proves to Microsoft Entra that it is the bot, and how that is renewed while people talk to it.</summary>
public sealed class CredentialTests(CredentialFixture fixture) : IClassFixture<CredentialFixture>
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);
    private readonly Company _world = fixture.Company;

    public static TheoryData<string> Kinds => [.. CredentialCompany.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_bot_speaks_without_a_secret_by(string kind)
    {
        var before = _world.Sandbox.Login.Requests.Count;
        var asked = _world.Sandbox.Identities.Requests.Count;
        await _world.RestartWithAsync(kind);
        Assert.NotEmpty((await _world.Riya.SaysAsync("/whoami")).Sent);

        var isIdentity = kind == "an identity that is the bot";
        Assert.Equal(isIdentity ? [] : ["assertion 200"], _world.Sandbox.Login.Requests.Skip(before).Select(login => $"{login.Proof} {login.Status}"));
        var resource = isIdentity ? "https://api.botframework.com" : kind.Contains("Vault", StringComparison.Ordinal) ? "https://vault.azure.net" : "api://AzureADTokenExchange";
        var place = kind.StartsWith("a virtual machine", StringComparison.Ordinal) ? "machine" : "app";
        Assert.Equal(
            kind.Contains("file", StringComparison.Ordinal) ? [] : [$"{place} {resource} 200"],
            _world.Sandbox.Identities.Requests.Skip(asked).Select(one => $"{one.Place} {one.Resource} {one.Status}"));
    }

    [Theory]
    [InlineData("a PFX file")]
    [InlineData("a certificate in Key Vault")]
    public async Task A_certificate_is_replaced_under_load_although_the_login_fails_at_first_and_nobody_notices(string kind)
    {
        await _world.RestartWithAsync(kind);
        await using var people = new Crowd(_world);
        await people.TalkOnAsync();
        // From here on only the new one counts, and at first the login doesn't answer.
        _world.Sandbox.Login.Assertions.Trust(Second);
        _world.Sandbox.Login.Faults.Add(new Fault { Status = 503, Times = 100 });
        await people.PassAsync(TimeSpan.FromMinutes(50));
        var began = _world.Clock.GetUtcNow();
        await _world.Sandbox.Login.Requests.WaitForAsync(login => login.Time >= began && login.Status == 503, Late);
        _world.Sandbox.Login.Assertions.Distrust(First);
        _world.Keep(Second);
        _world.Sandbox.Vault.Keep("bot", Convert.ToBase64String(Second.Export(X509ContentType.Pfx)));
        await people.TalkOnAsync();
        _world.Sandbox.Login.Faults.Clear();
        await people.PassAsync(TimeSpan.FromSeconds(30));
        await _world.Sandbox.Login.Requests.WaitForAsync(login => login.Time >= began && login.Status == 200, Late);
        // The first token has ended.
        await people.PassAsync(TimeSpan.FromMinutes(15));
        await people.TalkOnAsync();

        await people.AssertAllWereAnsweredAsync();
    }

    [Fact]
    public async Task A_managed_identitys_token_is_renewed_under_load_although_the_machine_is_throttled()
    {
        await _world.RestartWithAsync("an identity that is the bot");
        await using var people = new Crowd(_world);
        await people.TalkOnAsync();
        var before = _world.Sandbox.Identities.Requests.Count;
        _world.Sandbox.Identities.Faults.Add(new Fault { Status = 429, RetryAfter = 20 });
        await people.PassAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(9));
        var late = Late;
        while (_world.Sandbox.Identities.Requests.Skip(before).All(one => one.Status != 200))
        {
            late.ThrowIfCancellationRequested();
            await people.PassAsync(TimeSpan.FromSeconds(10));
            await people.TalkOnAsync();
        }

        await people.PassAsync(TimeSpan.FromMinutes(10));
        await people.TalkOnAsync();
        await people.AssertAllWereAnsweredAsync();
    }

    [Fact]
    public async Task A_certificate_that_is_half_written_leaves_the_one_that_was_read_before_in_use()
    {
        await _world.RestartWithAsync("a PFX file");
        await _world.Riya.SaysAsync("/whoami");
        File.WriteAllText(Path.Combine(_world.Folder, "bot.pfx"), "half");
        _world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.NotEmpty((await _world.Riya.SaysAsync("/whoami")).Sent);
        Assert.Contains(_world.Log.Lines, line => line.Contains("can't be read again (certificate_unreadable)", StringComparison.Ordinal));
    }

    private static CancellationToken Late => new CancellationTokenSource(s_longest).Token;

    /// <summary>People who talk all the time, each to their own chat.</summary>
    private sealed class Crowd : IAsyncDisposable
    {
        private const int People = 8;
        private readonly Company _world;
        private readonly int _calls;
        private readonly CancellationTokenSource _end = new();
        private readonly SemaphoreSlim _between = new(People);
        private readonly Task[] _talk;
        private int _said, _answered;

        public Crowd(Company world)
        {
            (_world, _calls) = (world, world.Sandbox.Channel.Calls.Count);
            _talk = [.. Enumerable.Range(1, People).Select(number => Task.Run(() => TalkAsync(new Talker(world.Sandbox, $"stranger-{number}"))))];
        }

        /// <summary>Moves the clock between two messages of each: what is on its way when hours pass at once is too old when it arrives.</summary>
        public async Task PassAsync(TimeSpan time)
        {
            for (var waited = 0; waited < People; waited++)
                await _between.WaitAsync(Late);
            _world.Clock.Advance(time);
            _between.Release(People);
        }

        /// <summary>Everybody says something more and is answered.</summary>
        public async Task TalkOnAsync()
        {
            var enough = Volatile.Read(ref _said) + (2 * People);
            var late = Late;
            while (Volatile.Read(ref _said) < enough && !_talk.Any(one => one.IsFaulted))
            {
                await Task.Delay(1, late);
            }
        }

        public async Task AssertAllWereAnsweredAsync()
        {
            await _end.CancelAsync();
            await Task.WhenAll(_talk);
            Assert.Equal(_said, _answered);
            Assert.True(_said > 4 * People);
            Assert.All(_world.Sandbox.Channel.Calls.Skip(_calls), call => Assert.InRange(call.Status, 200, 299));
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await Task.WhenAll(_talk);
            _end.Dispose();
            _between.Dispose();
        }

        private async Task TalkAsync(Talker talker)
        {
            while (!_end.IsCancellationRequested)
            {
                await _between.WaitAsync();
                var heard = await talker.SaysAsync("/whoami");
                _between.Release();
                Interlocked.Add(ref _answered, heard is { Delivery.Status: 200, Sent.Count: > 0 } ? 1 : 0);
                Interlocked.Increment(ref _said);
            }
        }
    }
}
