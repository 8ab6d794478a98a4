using System.Globalization;
using System.Text.RegularExpressions;
using TrunkBot.Load.Channel;
using TrunkBot.Load.Children;
using TrunkBot.Load.Play;

namespace TrunkBot.Load.Scale;

/// <summary>A bot on a store of some size, and an approver who talks to it.</summary>
internal sealed partial class Store : IDisposable
{
    private readonly Child _child;
    private readonly Player _player;
    private readonly Talk _approver;
    private readonly Random _random = new(1);

    private Store(Child child, Player player, Talk approver, int count) => (_child, _player, _approver, Count) = (child, player, approver, count);

    public int Count { get; }

    public static async Task<Store> StartAsync(ChildOrder order, int count, ChannelHost channel, HttpClient http)
    {
        var child = await Child.StartAsync(order, http);
        return new Store(child, new Player(channel, http, child, isBot: true), new Talk(channel.ServiceUrl, Identity.ApproverId), count);
    }

    /// <summary>Says the line, checks the answer, and returns how long it took.</summary>
    public async Task<TimeSpan> TimeAsync(string line)
    {
        var (said, word) = line switch
        {
            "/trunk show" => (string.Create(CultureInfo.InvariantCulture, $"{line} TR-{1 + _random.Next(Count)}"), "Created"),
            "/trunk approve" => ($"{line} {await PendingAsync()}", "is approved"),
            "/trunk list" => (line, "Trunks"),
            "/trunk new" => (line, "Submit"),
            _ => (line, "Requests"),
        };
        var (reply, took) = await _player.SayAsync(_approver, said);
        ScaleRun.Expect(reply, word);
        return took;
    }

    public void Dispose() => _child.Dispose();

    private async Task<string> PendingAsync()
    {
        var (_, submitted) = await _player.AskAsync();
        return RequestId().Match(submitted.GetRawText()).Value;
    }

    [GeneratedRegex(@"TR-\d+")]
    private static partial Regex RequestId();
}
