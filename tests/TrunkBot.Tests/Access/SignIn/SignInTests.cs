using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.SignIn;
using TrunkBot.Tests.World;
using static TrunkBot.Tests.Access.SignIn.SignInCompany;

namespace TrunkBot.Tests.Access.SignIn;

/// <summary>One company for all of them: each has people of its own, and the clock only goes forward.</summary>
public sealed class SignInFixture : IAsyncLifetime
{
    internal Company Company { get; private set; } = null!;

    public async Task InitializeAsync() => Company = await Company.StartAsync(new CompanyOptions { Settings = Settings });

    public async Task DisposeAsync() => await Company.DisposeAsync();
}

/// <summary>People sign in, and have the roles that Microsoft Entra says they have, for as long as that is new enough.</summary>
public sealed class SignInTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly Company _world = fixture.Company;

    private Task Settled => _world.Sandbox.TeamsClients.SettledAsync();

    [Fact]
    public async Task Who_asks_is_signed_in_silently_and_what_they_typed_goes_on_once_although_two_clients_answer()
    {
        var asker = _world.Somebody("requester-1", Requester).At("Asia/Kolkata");
        await asker.SaysAsync("/trunk new");
        await Settled;

        Assert.Equal([200, 200], _world.Exchanges(asker));
        Assert.Equal(["exchange 200"], _world.Calls(asker));
        Assert.Single(asker.Sees(), sent => sent.Text == "You're signed in. Your roles: Requester.");
        Assert.Single(asker.Sees(), sent => Cards.Words(sent.Card).Contains("Submit", StringComparison.Ordinal));
        // Remembered: the token service is not asked again.
        await asker.SaysAsync("/trunk requests");
        Assert.Equal(["exchange 200"], _world.Calls(asker));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_when_the_remembered_answer_has_run_out()
    {
        var asker = await _world.SignedInAsync("requester-2", Requester);
        _world.Entra.Give("requester-2");
        _world.Clock.Advance(RememberFor - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("You need the role", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("You need the role", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        // The service still has the old token, in which the role stands; it is too old to count.
        Assert.Equal(["exchange 200", "GetToken 200", "renew 200"], _world.Calls(asker));
    }

    [Fact]
    public async Task A_role_that_stays_is_found_again_without_the_person()
    {
        var asker = await _world.SignedInAsync("requester-3", Requester);
        _world.Clock.Advance(RememberFor * 20);
        Assert.DoesNotContain("role", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        Assert.Single(asker.Links());
    }

    [Fact]
    public async Task A_role_that_is_taken_away_between_two_approvals_takes_the_first_one_with_it()
    {
        var id = await AskedAsync();
        var first = await _world.SignedInAsync("approver-1", Approver);
        var second = await _world.SignedInAsync("approver-2", Approver);
        Assert.Contains("1 of 2", (await first.SaysAsync($"/trunk approve {id}")).Text, StringComparison.Ordinal);
        _world.Entra.Give("approver-1");
        _world.Clock.Advance(RememberFor);
        Assert.Contains("1 of 2", (await second.SaysAsync($"/trunk approve {id}")).Text, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Contains("Approver 1 no longer has the Approver role", _world.Omar.On("webchat").Reads("room"), StringComparison.Ordinal);
        Assert.DoesNotContain(_world.Sandbox.VideoSdk.Trunks, trunk => trunk.Name == NameOf(id));
    }

    [Fact]
    public async Task Two_who_keep_their_roles_create_the_trunk_however_long_ago_the_first_one_signed_in()
    {
        var id = await AskedAsync();
        var first = await _world.SignedInAsync("approver-3", Approver);
        await first.SaysAsync($"/trunk approve {id}");
        _world.Clock.Advance(TimeSpan.FromHours(5));
        var second = await _world.SignedInAsync("approver-4", Approver);
        await second.SaysAsync($"/trunk approve {id}");
        await _world.RunDueJobsAsync();
        Assert.Contains("created", (await _world.Riya.SaysAsync($"/trunk show {id}")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_that_is_not_this_persons_for_this_bot_of_this_tenant_and_of_now_signs_nobody_in()
    {
        const string elsewhere = "90000000-0000-4000-8000-00000000c0de";
        var eve = _world.Somebody("stranger-1");
        using var otherKey = System.Security.Cryptography.RSA.Create(2048);
        var now = _world.Clock.GetUtcNow();
        var victim = SandboxApp.Person("approver-9").ObjectId;
        (string Case, string Token)[] tokens =
        [
            ("another tenant", Issue(token => token with { TenantId = elsewhere, Issuer = _world.Entra.IssuerOf(elsewhere) })),
            ("another tenant, our issuer", Issue(token => token with { TenantId = elsewhere })),
            ("another issuer", Issue(token => token with { Issuer = _world.Entra.IssuerOf(elsewhere) })),
            ("another audience", Issue(token => token with { Audience = "https://graph.microsoft.com" })),
            ("another app", Issue(token => token with { Audience = elsewhere })),
            ("expired", Issue(token => token with { IssuedAt = now.AddHours(-2), Expires = now.AddMinutes(-6) })),
            ("not yet", Issue(token => token with { IssuedAt = now.AddMinutes(6), Expires = now.AddHours(1) })),
            ("issued too long ago", Issue(token => token with { IssuedAt = now - RememberFor, Audience = "api://botid-20000000-0000-4000-8000-000000000b07" }, consent: false)),
            ("of somebody else", Issue(token => token with { ObjectId = victim })),
            ("of nobody", Issue(token => token with { ObjectId = null })),
            ("an id token, or an app's own", Issue(token => token with { Scope = null })),
            ("another scope", Issue(token => token with { Scope = "access_as_user_too" })),
            ("signed by another", Issue(token => token with { Signing = new(new RsaSecurityKey(otherKey) { KeyId = token.Signing!.Kid }, SecurityAlgorithms.RsaSha256) })),
            ("signed by an unknown", Issue(token => token with { Signing = new(new RsaSecurityKey(otherKey) { KeyId = "unknown" }, SecurityAlgorithms.RsaSha256) })),
            ("signed by nobody", Issue(token => token with { Signing = null })),
            ("no token", "a.b.c"),
        ];
        foreach (var (what, token) in tokens)
            Assert.True(await _world.BringsAsync(eve, token, what) == 412, what);
        Assert.Equal(400, (await _world.Sandbox.Channel.DeliverAsync(eve.Key, "personal", Exchange(Issue(), "card", "another"))).Status);
        Assert.Equal(400, await _world.BringsAsync(eve, ""));
        Assert.Contains("You have no role", (await eve.SaysAsync("/whoami")).Text, StringComparison.Ordinal);
        // Only the one that is theirs and only too old got as far as the service, which asked for consent.
        Assert.Equal(["exchange 400"], _world.Calls(eve));
        // The same, and right.
        _world.Entra.MissConsent("stranger-1", isMissing: false);
        Assert.Equal(200, await _world.BringsAsync(eve, Issue()));
        Assert.Equal(200, await _world.BringsAsync(_world.Somebody("stranger-2", Requester), Issue(token => token with
        {
            ObjectId = SandboxApp.Person("stranger-2").ObjectId,
            Version = "1.0",
            Issuer = "https://sts.windows.net/10000000-0000-4000-8000-00000000c0de/",
        })));

        string Issue(Func<UserToken, UserToken>? change = null, bool consent = true)
        {
            if (!consent)
                _world.Entra.MissConsent("stranger-1", isMissing: true);
            return _world.Entra.Issue("stranger-1", change);
        }
    }

    [Fact]
    public async Task Where_consent_is_missing_the_button_is_shown_and_the_code_signs_in_whom_it_is_for()
    {
        var asker = _world.Somebody("requester-4", Requester);
        _world.Entra.MissConsent("requester-4", isMissing: true);
        await asker.SaysAsync("/trunk requests");
        await Settled;
        Assert.Equal([412, 412], _world.Exchanges(asker));
        Assert.Equal(404, (await SaysCodeAsync(asker, "000000")).Status);

        // Somebody else signs in behind the button: their token is not the asker's.
        var link = Assert.Single(asker.Links());
        Assert.Equal(404, (await SaysCodeAsync(asker, _world.Sandbox.TokenService.SignIn(link, "omar"))).Status);
        // And a code is good for the one who was asked alone.
        var code = _world.Sandbox.TokenService.SignIn(link, "requester-4");
        Assert.Equal(404, (await SaysCodeAsync(_world.Somebody("stranger-3", Requester), code)).Status);

        Assert.Equal(200, (await SaysCodeAsync(asker, code)).Status);
        Assert.Contains("You're signed in. Your roles: Requester.", asker.Reads(), StringComparison.Ordinal);
        Assert.Contains("no requests", asker.Reads(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(404, (await SaysCodeAsync(asker, code)).Status);
    }

    [Fact]
    public async Task In_a_channel_who_is_unknown_is_asked_for_themselves_alone_and_the_click_can_be_repeated()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        var id = await AskedAsync();
        var approver = _world.Somebody("approver-5", Approver);
        var card = approver.CardWith("Approve", "teams-room");
        var before = _world.Sandbox.Channel.Sent.Count;
        Assert.Contains("My message here, which only you can see", (await approver.ClicksAsync(card, "Approve", "teams-room")).Text, StringComparison.Ordinal);
        var asked = Assert.Single(_world.Sandbox.Channel.Sent.Skip(before));
        Assert.Contains("Open a chat with me, type /signin", asked.Text, StringComparison.Ordinal);
        Assert.Equal((true, SandboxApp.Person("approver-5").TeamsId), (asked.Activity!.Value.GetProperty("recipient").GetProperty("isTargeted").GetBoolean(), asked.Activity.Value.GetProperty("recipient").GetProperty("id").GetString()));
        Assert.Contains("Open a chat with me", (await approver.SaysAsync($"/trunk approve {id}", "teams-room")).Text, StringComparison.Ordinal);

        await _world.SignedInAsync("approver-5", Approver);
        Assert.Contains("1 of 2", (await approver.ClicksAsync(card, "Approve", "teams-room")).Text, StringComparison.Ordinal);
        Assert.Empty(approver.Links("teams-room"));
        await _world.Ada.On("webchat").SaysAsync("/trunk approvals here", "room");
    }

    [Fact]
    public async Task In_a_group_chat_one_card_signs_in_only_whoever_it_asked_and_says_nothing_about_the_others()
    {
        _world.Entra.Give("eve", Requester);
        await _world.Eve.SaysAsync("/trunk requests", "group");
        await Settled;
        Assert.Equal([200, 200], _world.Exchanges(_world.Eve));
        Assert.Single(_world.Eve.Sees("group"), sent => sent.Text?.Contains("no requests", StringComparison.OrdinalIgnoreCase) == true);
        Assert.DoesNotContain("You're signed in", _world.Eve.Reads("group"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_is_forgotten_here_and_at_the_token_service()
    {
        var asker = await _world.SignedInAsync("requester-5", Requester);
        Assert.Contains("You're signed out", (await asker.SaysAsync("sign out")).Text, StringComparison.Ordinal);
        Assert.Equal("SignOut 200", _world.Calls(asker)[^1]);
        _world.Sandbox.TeamsClients.PerPerson = 0;
        await asker.SaysAsync("/trunk requests");
        _world.Sandbox.TeamsClients.PerPerson = 2;
        Assert.Equal(2, asker.Links().Count);
        Assert.Equal("SignOut 200", _world.Calls(asker)[^1]);
    }

    [Fact]
    public async Task While_the_token_service_is_silent_nobody_gets_a_role_from_it_and_is_told_so()
    {
        var asker = await _world.SignedInAsync("requester-6", Requester);
        _world.Clock.Advance(RememberFor);
        _world.Sandbox.TokenService.Faults.Add(new Fault { Kind = "status", Status = 500, Times = 100 });
        Assert.Contains("I can't check right now", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        Assert.Contains("I can't reach Microsoft's sign-in", (await _world.Somebody("requester-7", Requester).SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        Assert.Equal(412, await _world.BringsAsync(asker, _world.Entra.Issue("requester-6")));
        Assert.Contains("couldn't sign you out at Microsoft", (await asker.SaysAsync("/signout")).Text, StringComparison.Ordinal);
        _world.Sandbox.TokenService.Faults.Clear();
    }

    [Fact]
    public async Task A_changed_row_and_the_row_of_somebody_else_give_nobody_a_role()
    {
        await _world.SignedInAsync("approver-6", Approver);
        var without = await _world.SignedInAsync("approver-7");
        foreach (var row in new[] { await RowOf("approver-6"), (await RowOf("approver-7")).Replace("[]", $"[\"{Approver}\"]", StringComparison.Ordinal) })
        {
            await SetRowAsync("approver-7", row);
            await without.SaysAsync("/trunk waiting");
            await Settled;
            // Asked to sign in again, and told what Entra says.
            Assert.Contains("You need the role Approver", without.Sees()[^1].Text, StringComparison.Ordinal);
        }

        Assert.Contains("were changed in the database", string.Join("\n", _world.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_got_no_token_is_answered_and_an_operator_told()
    {
        var answer = await _world.Sandbox.Channel.DeliverAsync("requester-8", "personal", new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "signin/failure",
            ["value"] = new JsonObject { ["code"] = "resourcematchfailed", ["message"] = "secret" },
        });
        Assert.Equal(200, answer.Status);
        Assert.Contains("(resourcematchfailed)", string.Join("\n", _world.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_another_channel_than_Teams_nobody_is_asked_with_a_card()
    {
        var asker = _world.Somebody("requester-9", Requester).On("webchat");
        Assert.Contains("Sign in to me in Microsoft Teams first", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.Ordinal);
        await _world.SignedInAsync("requester-9", Requester);
        Assert.Contains("no requests", (await asker.SaysAsync("/trunk requests")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_token_is_stored_or_logged()
    {
        var person = await _world.SignedInAsync("requester-10", Requester);
        var token = _world.Entra.Issue("requester-10");
        await _world.BringsAsync(person, token, "canary");
        // What all tokens of this key begin with.
        var canary = token[..token.IndexOf('.', StringComparison.Ordinal)];
        Assert.DoesNotContain(canary, string.Join("\n", _world.Log.Lines), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(_world.Folder, "trunkbot.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.DoesNotContain(canary, System.Text.Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
    }

    private static string NameOf(string id) => $"voice agents {id}";

    /// <summary>Riya asks for a trunk that needs two approvers.</summary>
    private async Task<string> AskedAsync()
    {
        await _world.Riya.SaysAsync("/trunk new");
        var id = Cards.Actions(_world.Riya.CardWith("Submit").Card!.Value).First().GetProperty("data").GetProperty("requestId").GetString()!;
        var fields = Sample.Another(int.Parse(id[3..], System.Globalization.CultureInfo.InvariantCulture) + 100);
        await _world.Riya.ClicksAsync("Submit", inputs: [.. fields.Select(field => field.Id == "name" ? ("name", NameOf(id)) : field)]);
        await _world.RunDueJobsAsync();
        return id;
    }

    private Task<Delivery> SaysCodeAsync(Talker person, string? code) =>
        _world.Sandbox.Channel.DeliverAsync(person.Key, "personal", Code(code));

    private async Task<string> RowOf(string key) =>
        (string)(await _world.Database.ScalarAsync($"SELECT \"Json\" FROM \"State\" WHERE \"Key\" LIKE 'signed in %{SandboxApp.Person(key).ObjectId}'"))!;

    private Task SetRowAsync(string key, string json) =>
        _world.Database.ExecuteAsync($"UPDATE \"State\" SET \"Json\" = '{json}' WHERE \"Key\" LIKE 'signed in %{SandboxApp.Person(key).ObjectId}'");

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new MemoryStream();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
