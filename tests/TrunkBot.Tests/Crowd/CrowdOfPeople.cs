using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Tests.Crash;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Crowd;

/// <summary>All of them at once; each says one thing after the other.</summary>
internal sealed class CrowdOfPeople(SandboxApp sandbox, Post post, CrowdPlan plan)
{
    private readonly TaskCompletionSource<string>[] _requests =
        [.. Enumerable.Range(0, plan.People).Select(_ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously))];

    private readonly ConcurrentBag<double> _times = [];
    private int _submitted = -1;

    /// <summary>Every request that was submitted, with its asker.</summary>
    public ConcurrentDictionary<string, string> Asked { get; } = new();

    /// <summary>Every line that an approver has said.</summary>
    public ConcurrentBag<(string Approver, string Id)> Said { get; } = [];

    /// <summary>Every yes that was answered as one that counts.</summary>
    public ConcurrentBag<(string Approver, string Id)> Counted { get; } = [];

    public Task ActAsync(CancellationToken ct)
    {
        var numbers = Enumerable.Range(1, plan.People).ToList();
        return Task.WhenAll([.. numbers.Select(n => AskAsync(n, ct)), .. numbers.Select(n => ApproveAsync(n, ct))]);
    }

    /// <summary>How long an answer took, from the message to the end of its turn.</summary>
    public string Report()
    {
        var times = _times.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{2 * plan.People} people, {times.Count} messages: p50 {times[times.Count / 2]:F0} ms, p99 {times[times.Count * 99 / 100]:F0} ms, longest {times[^1]:F0} ms.");
    }

    private async Task AskAsync(int number, CancellationToken ct)
    {
        var asker = CrowdPlan.Asker(number);
        await TimeAsync(() => post.SayAsync(asker, "/trunk new", ct));
        var form = Heard(asker).Last(sent => Post.HasButton(sent, "Submit"));
        var answer = await TimeAsync(async () => await post.ClickAsync(asker, "personal", form, "Submit", ct, Sample.Another(number)));
        Assert.False(answer.Card is null || Post.HasButton(answer.Card.Value, "Submit"), answer.Words);
        var id = Cards.Actions(form.Card!.Value).Select(action => action.GetProperty("data").GetProperty("requestId").GetString()!).First();
        Asked[id] = asker;
        _requests[Interlocked.Increment(ref _submitted)].SetResult(id);
    }

    private async Task ApproveAsync(int number, CancellationToken ct)
    {
        var approver = CrowdPlan.Approver(number);
        foreach (var request in plan.DecidedBy(number))
        {
            var id = await _requests[request].Task.WaitAsync(ct);
            Said.Add((approver, id));
            await TimeAsync(() => post.SayAsync(approver, $"/trunk approve {id}", ct));
            var answer = Heard(approver)[^1].Text!;
            if (answer.Contains($"Your approval of {id} counts.", StringComparison.Ordinal) || answer.Contains($"{id} is approved.", StringComparison.Ordinal))
                Counted.Add((approver, id));
            else
                Assert.Contains($"{id} was already decided.", answer, StringComparison.Ordinal);
        }
    }

    private List<SentActivity> Heard(string person)
    {
        var personal = sandbox.Channel.ConversationId("personal", person);
        return [.. sandbox.Channel.Sent.Where(sent => sent.ConversationId == personal)];
    }

    private Task<bool> TimeAsync(Func<Task> act) => TimeAsync(async () =>
    {
        await act();
        return true;
    });

    private async Task<T> TimeAsync<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await act();
        _times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }
}
