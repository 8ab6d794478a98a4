using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Crash;

/// <summary>Askers and approvers. They mean to have what they asked for, whatever dies: who hears nothing says it again.</summary>
internal sealed class People(Post post, Dice dice)
{
    private readonly Channel<string> _undecided = Channel.CreateUnbounded<string>();
    private int _lastAsked;

    /// <summary>Every request that was submitted, with its asker.</summary>
    public ConcurrentDictionary<string, string> Asked { get; } = new();

    /// <summary>Every request that somebody has decided, and how.</summary>
    public ConcurrentDictionary<string, bool> Approved { get; } = new();

    /// <summary>Asks once for each ticket, until there are no more.</summary>
    public async Task AskAsync(string asker, ChannelReader<int> tickets, CancellationToken ct)
    {
        await foreach (var _ in tickets.ReadAllAsync(ct))
        {
            var id = await AskOnceAsync(asker, ct);
            Asked[id] = asker;
            await _undecided.Writer.WriteAsync(id, ct);
        }
    }

    public void NobodyAsksAnyMore() => _undecided.Writer.Complete();

    /// <summary>Decides whatever waits; some approve by the card, some by a line, now and then two at the same instant.</summary>
    public async Task DecideAsync(string approver, string colleague, CancellationToken ct)
    {
        await foreach (var id in _undecided.Reader.ReadAllAsync(ct))
        {
            var approve = !dice.Chance(5);
            var decisions = approve && dice.Chance(10)
                ? [DecideOnceAsync(approver, id, approve, ct), DecideOnceAsync(colleague, id, approve, ct)]
                : new[] { DecideOnceAsync(approver, id, approve, ct) };
            await Task.WhenAll(decisions);
            Approved[id] = approve;
        }
    }

    private async Task<string> AskOnceAsync(string asker, CancellationToken ct)
    {
        var number = Interlocked.Increment(ref _lastAsked);
        while (true)
        {
            var form = await post.SayUntilAsync(asker, "/trunk new", IsNewForm, ct);
            var id = IdOf(form);
            var answer = await SubmitAsync(asker, form, number, ct);
            if (answer.Card is { } card && !Post.HasButton(card, "Submit"))
                return id;
            // An older form than the newest draft's; anything else is a defect.
            Assert.Contains("its request has ended", answer.Words, StringComparison.Ordinal);
        }
    }

    private async Task<ClickAnswer> SubmitAsync(string asker, SentActivity form, int number, CancellationToken ct)
    {
        while (true)
        {
            var answer = await post.ClickAsync(asker, "personal", form, "Submit", ct, Fields(number));
            if (!answer.Words.Contains("try again", StringComparison.OrdinalIgnoreCase) && !answer.Words.Contains("Send it again", StringComparison.Ordinal))
                return answer;
        }
    }

    private bool IsNewForm(SentActivity sent) => Post.HasButton(sent, "Submit") && !Asked.ContainsKey(IdOf(sent));

    private static string IdOf(SentActivity form) => Cards.Actions(form.Card!.Value)
        .Select(action => action.GetProperty("data").GetProperty("requestId").GetString()!).First();

    private static (string Id, string Value)[] Fields(int number) =>
    [
        ("name", NameOf(number)), ("domain", string.Create(CultureInfo.InvariantCulture, $"crash{number}.pstn.twilio.com")), ("direction", "outbound"),
        ("numbers", string.Create(CultureInfo.InvariantCulture, $"+1415{2000000 + number}")),
        ("username", string.Create(CultureInfo.InvariantCulture, $"crash{number}")), ("password", Sample.Password),
    ];

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"crash {number}");

    private async Task DecideOnceAsync(string approver, string id, bool approve, CancellationToken ct)
    {
        if (approve && dice.Chance(50) && post.CardIn("teams-room", "Approve", $"{id}:") is { } card)
        {
            var answer = await post.ClickAsync(approver, "teams-room", card, "Approve", ct);
            if (answer.Card is { } after && !Post.HasButton(after, "Approve") || answer.Words.Contains(id, StringComparison.Ordinal))
                return;
        }

        await post.SayUntilAsync(
            approver, approve ? $"/trunk approve {id}" : $"/trunk reject {id} not this one",
            sent => sent.Text?.Contains(id, StringComparison.Ordinal) == true, ct);
    }
}
