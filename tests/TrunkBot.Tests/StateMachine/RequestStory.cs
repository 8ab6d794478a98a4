using System.Globalization;
using System.Text.Json.Nodes;
using TrunkBot.Audit;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Sandbox.VideoSdk;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.StateMachine;

/// <summary>
/// One request, what happens to it, and what is known of it from outside: who said yes since it was last changed, and what VideoSDK saw. It
/// knows nothing of how the bot counts.
/// </summary>
internal sealed class RequestStory(Company world, PowerCut cut, int number)
{
    private const int Needed = 2;
    private const string Asker = "riya", Room = "teams-room";

    private static readonly TimeSpan s_remembered = TimeSpan.FromHours(20);

    private readonly List<(JsonObject Activity, DateTimeOffset At)> _delivered = [];
    private readonly HashSet<string> _yes = [];
    private readonly Dictionary<string, string> _leftTo = [];
    private readonly List<string> _happened = [];
    private readonly int _firstPost = world.Sandbox.VideoSdk.Requests.Count;
    private readonly int _firstSent = world.Sandbox.Channel.Sent.Count;
    private bool _pushed;
    private int _resends, _version, _judged;
    private TrunkRequest? _last;

    public string Id { get; private set; } = "";

    public RequestState State => _last!.State;

    public int Posts => PostsSeen().Count;

    public IReadOnlyList<string> Happened => _happened;

    public async Task RunAsync(Act[] acts)
    {
        world.Sandbox.VideoSdk.Faults.Clear();
        await AskAsync();
        foreach (var act in acts)
        {
            _happened.Add(act.ToString());
            await DoAsync(act);
            await ReviveAsync();
            await JudgeAsync();
        }

        await EndAsync();
    }

    private async Task AskAsync()
    {
        var riya = new Talker(world.Sandbox, Asker);
        await riya.SaysAsync("/trunk new");
        Id = Cards.Actions(riya.CardWith("Submit").Card!.Value).First().GetProperty("data").GetProperty("requestId").GetString()!;
        await riya.ClicksAsync("Submit", inputs: Fields());
        await world.RunDueJobsAsync();
        await JudgeAsync();
        Assert.Equal(RequestState.Pending, State);
    }

    private async Task DoAsync(Act act)
    {
        try
        {
            await (act.Kind switch
            {
                ActKind.Approve => SaysAsync(act.Person, $"/trunk approve {Id}", yes: true),
                ActKind.ClickApprove => ClicksAsync(act, "Approve", yes: true),
                ActKind.Reject => SaysAsync(act.Person, $"/trunk reject {Id} not ours"),
                ActKind.ClickReject => ClicksAsync(act, "Reject"),
                ActKind.Edit => EditAsync(act.Person),
                ActKind.Cancel => SaysAsync(act.Person, $"/trunk cancel {Id}"),
                ActKind.Delegate => SaysAsync(act.Person, $"/trunk delegate {Id} {act.Colleague}"),
                ActKind.TakeBack => SaysAsync(act.Person, $"/trunk delegate {Id} me"),
                ActKind.AskToPush => SaysAsync(act.Person, $"/trunk push {Id} the hotline is down"),
                ActKind.ClickPush => PushAsync(act.Person),
                ActKind.Settle => SettleAsync(act.Person),
                ActKind.Work => world.RunDueJobsAsync(),
                ActKind.Pass => world.PassAsync(s_times[act.Number % s_times.Length]),
                ActKind.Redeliver => RedeliverAsync(act.Number),
                ActKind.Crash => CrashAsync(act.Number),
                _ => TroubleAsync(act.Number),
            });
        }
        catch (Exception) when (cut.IsDead)
        {
            // Whoever works for a dead process comes to nothing.
        }
    }

    private static readonly TimeSpan[] s_times =
        [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromDays(1), TimeSpan.FromDays(4)];

    private async Task SaysAsync(string person, string line, bool yes = false)
    {
        if (yes)
            Yes(person);
        var said = await DeliverAsync(person, "personal", new JsonObject { ["type"] = "message", ["text"] = line, ["textFormat"] = "plain" });
        if (said.Contains($"You left {Id} to", StringComparison.Ordinal))
            _leftTo[person] = line.Split(' ')[^1];
        else if (said.Contains("yours again", StringComparison.Ordinal))
            _leftTo.Remove(person);
    }

    // The most that could count: somebody with the role, who did not ask for it and has not left it to another.
    private void Yes(string person)
    {
        if (person != Asker && !_leftTo.ContainsKey(person))
            _yes.Add(person);
    }

    private async Task ClicksAsync(Act act, string button, bool yes = false)
    {
        if (CardWith(button, oldest: act.Number % 2 == 1) is not { } card)
            return;
        if (yes)
            Yes(act.Person);
        await DeliverAsync(act.Person, Room, Talker.Click(card, button, ("comment", "so be it")));
    }

    private async Task PushAsync(string person)
    {
        var data = new JsonObject { ["verb"] = "request.push", ["requestId"] = Id, ["reason"] = "the hotline is down" };
        // The mark of the newest card that this person was shown.
        if (CardWith("Push it through", oldest: false) is { } card)
            data["seen"] = Cards.Actions(card.Card!.Value).First().GetProperty("data").GetProperty("seen").GetString();
        _pushed |= person == "ada";
        await DeliverAsync(person, "personal", Talker.Invoke(data, null));
    }

    private async Task EditAsync(string person)
    {
        _version++;
        await DeliverAsync(person, "personal", Talker.Invoke(
            new JsonObject(Fields().Select(field => KeyValuePair.Create(field.Id, (JsonNode?)field.Value))) { ["verb"] = "trunk.edit", ["requestId"] = Id }, null));
    }

    // An honest Admin: looks at VideoSDK, then says what is there.
    private async Task SettleAsync(string person)
    {
        if (_last!.State is not RequestState.OutcomeUnknown)
            return;
        if (Trunks() is [var trunk, ..])
            await SaysAsync(person, $"/trunk adopt {Id} {trunk.TrunkId}");
        else if ((await HeardAsync(person, $"/trunk resend {Id}")).Contains("being sent again", StringComparison.Ordinal) || cut.IsDead)
            _resends++;
    }

    private Task<string> HeardAsync(string person, string line) =>
        DeliverAsync(person, "personal", new JsonObject { ["type"] = "message", ["text"] = line, ["textFormat"] = "plain" });

    private async Task RedeliverAsync(int dice)
    {
        var young = _delivered.Where(one => world.Clock.GetUtcNow() - one.At < s_remembered).ToList();
        if (young.Count > 0)
            await world.Sandbox.Channel.PostAsync(young[^(1 + (dice % young.Count))].Activity, world.Sandbox.Channel.SignToken());
    }

    private Task CrashAsync(int dice)
    {
        var posts = _judged;
        // In the middle of a create is the worst moment of all.
        if (dice >= 5)
            cut.When(() => PostsSeen().Count > posts);
        else
            cut.At(dice / 2, after: dice % 2 == 0);
        return Task.CompletedTask;
    }

    private Task TroubleAsync(int dice)
    {
        world.Sandbox.VideoSdk.Faults.Add((dice % 5) switch
        {
            0 => new Fault { Kind = "drop-before" },
            1 => new Fault { Kind = "drop-after" },
            2 => new Fault { Status = 429 },
            3 => new Fault { Status = 400 },
            _ => new Fault { Kind = "no-trunk-id" },
        });
        return Task.CompletedTask;
    }

    private async Task<string> DeliverAsync(string person, string where, JsonObject activity)
    {
        var channel = world.Sandbox.Channel;
        var sent = channel.Sent.Count;
        var complete = channel.Compose(person, where, activity, where == "personal" ? "msteams" : null);
        _delivered.Add((complete, world.Clock.GetUtcNow()));
        await channel.PostAsync(complete, channel.SignToken());
        return string.Join("\n", channel.Sent.Skip(sent).Select(one => one.Text));
    }

    private async Task ReviveAsync()
    {
        if (!cut.IsDead)
            return;
        cut.Mend();
        await world.RestartAsync();
    }

    private async Task JudgeAsync()
    {
        var before = _last;
        _last = await world.RowOfAsync(Id, request => request);
        var posts = PostsSeen();
        var fresh = posts.Skip(_judged).ToList();
        _judged = posts.Count;
        if (before is { IsFinal: true })
        {
            Assert.Equal((before.State, before.TrunkId, before.Problem), (_last.State, _last.TrunkId, _last.Problem));
            Assert.Empty(fresh);
        }

        if (before is not null && before.Fields.Name != _last.Fields.Name)
        {
            // Whoever said yes said it to something else.
            _yes.Clear();
            _pushed = false;
        }

        foreach (var post in fresh)
            Assert.Equal(_last.Fields.Name, post.Body!.Value.GetProperty("name").GetString());
        if (fresh.Count > 0)
            Assert.True(_pushed || _yes.Count >= Needed, $"{Id} was sent with the yes of {(_yes.Count == 0 ? "nobody" : string.Join(", ", _yes))}.");
        JudgeRepeats(posts);
        Assert.True(Trunks().Count <= 1, $"{Id} was created twice.");
    }

    // Only a refusal for now is repeated by the bot itself; a lost answer, when an Admin has said that nothing is there.
    private void JudgeRepeats(IReadOnlyList<VideoSdkRequest> posts) => Assert.True(
        posts.SkipLast(1).Count(post => post.Status != 429) <= _resends,
        $"{Id} was sent {posts.Count} times, and an Admin asked for it {_resends} times.");

    private async Task EndAsync()
    {
        world.Sandbox.VideoSdk.Faults.Clear();
        cut.Mend();
        for (var round = 0; round < 4 || !_last!.IsFinal; round++)
        {
            await world.PassAsync(TimeSpan.FromHours(round < 4 ? 1 : 50));
            await SettleAsync("ada");
            await JudgeAsync();
            Assert.True(round < 12, $"{Id} is stuck: {State}. {_last!.Problem}");
        }

        await world.PassAsync(TimeSpan.FromMinutes(10));
        // Whoever takes back their own reads it in the answer to their line, and an answer may be lost with the process that gave it.
        if (State is not RequestState.Cancelled || await IsCancelledByAnAdminAsync())
            Told("personal");
        Told(Room);
    }

    private async Task<bool> IsCancelledByAnAdminAsync() =>
        await world.StoredAsync(db => Task.FromResult(db.Audit.Any(entry => entry.Subject == Id && entry.Act == "cancelled" && entry.ActorName != "Riya Rao")));

    private void Told(string where)
    {
        var end = State switch
        {
            RequestState.Created => $"Trunk id: {_last!.TrunkId}",
            RequestState.Failed => "Not created.",
            _ => State.ToString(),
        };
        var newestFirst = new Talker(world.Sandbox, Asker).Sees(where).Reverse().Select(sent => sent.Text + Cards.Words(sent.Card));
        Assert.True(
            newestFirst.Any(text => text.Contains(Id, StringComparison.Ordinal) && text.Contains(end, StringComparison.OrdinalIgnoreCase)),
            $"Nobody was told in {where} that {Id} is {State}.");
    }

    private IReadOnlyList<VideoSdkRequest> PostsSeen() => [.. world.Sandbox.VideoSdk.Requests.Skip(_firstPost).Where(request =>
        request.Method == "POST" && request.Body?.GetProperty("name").GetString()?.StartsWith(Name(""), StringComparison.Ordinal) == true)];

    private List<SandboxTrunk> Trunks() => [.. world.Sandbox.VideoSdk.Trunks.Where(trunk => trunk.Name.StartsWith(Name(""), StringComparison.Ordinal))];

    private SentActivity? CardWith(string button, bool oldest)
    {
        var cards = world.Sandbox.Channel.Sent.Skip(_firstSent).Where(sent => sent.Card is { } card && Cards.Actions(card).Any(action =>
            action.GetProperty("title").GetString() == button
            && action.GetProperty("data").TryGetProperty("requestId", out var id) && id.GetString() == Id));
        return oldest ? cards.FirstOrDefault() : cards.LastOrDefault();
    }

    private string Name(string version) => string.Create(CultureInfo.InvariantCulture, $"story {number} version {version}");

    private (string Id, string Value)[] Fields()
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{number}-{_version}");
        return
        [
            ("name", Name(_version.ToString(CultureInfo.InvariantCulture))), ("domain", $"s{version}.pstn.twilio.com"), ("direction", "outbound"),
            ("numbers", string.Create(CultureInfo.InvariantCulture, $"+1415{2_000_000 + (number * 100) + _version}")),
            ("username", $"s{version}"), ("password", Sample.Password),
        ];
    }
}

/// <summary>A story that went wrong, as far as it went.</summary>
internal sealed class StoryException(RequestStory story, Exception inner)
    : Exception($"{story.Id} after {string.Join(", ", story.Happened)}: {inner.Message}", inner);
