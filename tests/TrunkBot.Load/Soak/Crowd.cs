using System.Diagnostics;
using System.Text.RegularExpressions;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Play;
using TrunkBot.Load.Scale;

namespace TrunkBot.Load.Soak;

/// <summary>
/// The same people, again and again: they ask for a trunk; every other request is approved and its trunk created, the others are taken back. So nothing
/// waits at the end of an exchange, and nobody new comes.
/// </summary>
internal sealed partial class Crowd
{
    private const int AtOnce = 16, PeopleEach = 12;
    private readonly Player _player;
    private readonly Talk[][] _people;
    private readonly Talk[] _approvers;
    private long _turns;

    public Crowd(Player player, ChannelHost channel)
    {
        _player = player;
        _people = [.. Enumerable.Range(0, AtOnce).Select(_ => Enumerable.Range(0, PeopleEach).Select(_ => new Talk(channel.ServiceUrl)).ToArray())];
        _approvers = [.. Enumerable.Range(0, AtOnce).Select(_ => new Talk(channel.ServiceUrl, Identity.ApproverId))];
    }

    /// <summary>How many messages were answered so far.</summary>
    public long Turns => Interlocked.Read(ref _turns);

    /// <summary>Exchanges for a time.</summary>
    /// <param name="time">How long.</param>
    /// <param name="perSecond">How many begin in a second; null for as many as there can be.</param>
    /// <returns>How many a second there were.</returns>
    public async Task<double> PlayAsync(TimeSpan time, double? perSecond)
    {
        var (started, begun) = (Stopwatch.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(place => Task.Run(() => TakePlaceAsync(place))));
        return begun / Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task TakePlaceAsync(int place)
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var number = Interlocked.Increment(ref begun);
                if (perSecond is { } rate && TimeSpan.FromSeconds(number / rate) - Stopwatch.GetElapsedTime(started) is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                await ExchangeAsync(_people[place][number % PeopleEach], _approvers[place], isApproved: number % 2 == 0);
            }
        }
    }

    private async Task ExchangeAsync(Talk asker, Talk approver, bool isApproved)
    {
        asker.AsksForAnother();
        var latencies = new List<double>();
        var submitted = await _player.TalkAsync(new Waterfall(), asker, latencies);
        var request = RequestId().Match(submitted.GetRawText()).Value;
        if (isApproved)
        {
            var told = _player.NextAsync(asker);
            await _player.SayAsync(approver, $"/trunk approve {request}");
            ScaleRun.Expect(await told, "Created");
        }
        else
        {
            var (reply, _) = await _player.SayAsync(asker, $"/trunk cancel {request}");
            ScaleRun.Expect(reply, request);
        }

        Interlocked.Add(ref _turns, latencies.Count + 1);
    }

    [GeneratedRegex(@"TR-\d+")]
    private static partial Regex RequestId();
}
