using System.Threading.Channels;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Tests.Crash;

/// <summary>What goes wrong: processes die, the database goes away, VideoSDK's answers are lost.</summary>
internal sealed class Misfortune(SandboxApp sandbox, Machines machines, Dice dice, Func<CancellationToken, Task> cutDatabase)
{
    private int _kills, _cuts;

    public int Kills => _kills;

    public int Cuts => _cuts;

    /// <summary>Kills processes, and hands out tickets to ask with, so that work is under way all the time.</summary>
    public async Task KillAsync(CrashPlan plan, ChannelWriter<int> tickets, CancellationToken ct)
    {
        for (var ticket = 0; ticket < plan.Requests;)
        {
            for (var last = ticket + plan.Requests / plan.Kills; ticket < last; ticket++)
            {
                SpoilACall();
                await tickets.WriteAsync(ticket, ct);
            }

            await Task.Delay(dice.Between(100, 1500), ct);
            var victim = dice.Below(machines.Count);
            await machines.KillAsync(victim);
            Interlocked.Increment(ref _kills);
            await machines.StartAsync(victim);
        }

        tickets.Complete();
    }

    public async Task CutDatabaseAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            // A start takes seconds, and has to come through between two of them.
            await Task.Delay(dice.Between(1000, 5000), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested)
                return;
            await cutDatabase(ct);
            Interlocked.Increment(ref _cuts);
        }
    }

    private void SpoilACall() => sandbox.VideoSdk.Faults.Add(dice.Below(100) switch
    {
        < 8 => new Fault { Kind = "drop-before" },
        < 16 => new Fault { Kind = "drop-after" },
        < 40 => new Fault { Kind = "latency", Milliseconds = dice.Below(400) },
        _ => new Fault { Kind = "latency", Milliseconds = 0 },
    });
}
