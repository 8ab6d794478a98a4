using Microsoft.EntityFrameworkCore;
using TrunkBot.Jobs;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Jobs;

/// <summary>Work that takes long holds up nothing else.</summary>
public sealed class SlowWorkTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task While_VideoSDK_keeps_a_create_waiting_the_approvals_room_gets_the_next_request()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = { ["Jobs:Workers"] = "2" } });
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "latency", Milliseconds = 10_000 });
        await world.ApprovedAsync();
        using var late = new CancellationTokenSource(s_patience);
        await world.Sandbox.VideoSdk.Requests.WaitForAsync(request => request.Method == "POST", late.Token);

        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Another(2));
        await world.Sandbox.Channel.Sent.WaitForAsync(
            sent => sent.Card is { } card && Cards.Words(card).Contains("TR-2: SIP trunk", StringComparison.Ordinal), late.Token);
        Assert.Empty(world.Sandbox.VideoSdk.Trunks);

        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await world.Sandbox.Channel.Sent.WaitForAsync(
            sent => sent.Card is { } card && Cards.Words(card).Contains("Created", StringComparison.Ordinal), late.Token);
    }

    [Fact]
    public async Task What_the_room_takes_slowly_does_not_stay_over_what_came_after_it()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { Settings = { ["Jobs:Workers"] = "4" } });
        var id = await world.AsksAsync();
        await IdleAsync(world);
        world.Sandbox.Channel.Faults.Add(new Fault { Kind = "latency", Milliseconds = 10_000, Conversation = world.Omar.Sees("room")[^1].ConversationId });
        await world.Omar.SaysAsync($"/trunk approve {id}");
        // The room is being shown the yes, and what came of it waits or was shown.
        using var late = new CancellationTokenSource(s_patience);
        await world.Sandbox.Channel.Sent.WaitForAsync(sent => sent.Card is { } card && Cards.Words(card).Contains("Created", StringComparison.Ordinal), late.Token);
        await IdleAsync(world, butOne: true);

        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await IdleAsync(world);
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await IdleAsync(world);
        Assert.Contains("Created", Cards.Words(world.Omar.Sees("room")[^1].Card), StringComparison.Ordinal);
    }

    private static async Task IdleAsync(Company world, bool butOne = false)
    {
        using var late = new CancellationTokenSource(s_patience);
        while (await world.StoredAsync(db => db.Jobs.CountAsync(
            job => job.State == JobState.Waiting && (job.LeasedUntil != null || job.DueAt <= world.Clock.GetUtcNow()), late.Token)) > (butOne ? 1 : 0))
        {
            // What has become due by the clock alone rings no bell; and what hangs is not waited for.
            if (butOne)
                await Task.Yield();
            else
                await world.RunDueJobsAsync();
        }
    }
}
