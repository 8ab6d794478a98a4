using Xunit.Abstractions;

namespace TrunkBot.Tests.Schedules;

/// <summary>Whether an exploration finds what is wrong: two workers who mark something and send it, in the right order and in the wrong one.</summary>
public sealed class MarkSchedulesTests(ITestOutputHelper output)
{
    private static readonly Bounds s_bounds = new() { Preemptions = 3, Deaths = 1, Deviations = 3 };

    [Fact]
    public async Task What_is_marked_before_it_is_sent_is_sent_once_at_most()
    {
        var exploration = Explore(async parcel =>
        {
            if (await parcel.TryMarkAsync())
                await parcel.SendAsync();
        });
        await exploration.RunAsync(atLeast: 7, output);
    }

    [Fact]
    public async Task A_mark_after_the_sending_is_found_and_the_schedule_that_is_printed_shows_it_again()
    {
        var exploration = Explore(async parcel =>
        {
            if (await parcel.IsMarkedAsync())
                return;
            await parcel.SendAsync();
            await parcel.TryMarkAsync();
        });
        var found = await Assert.ThrowsAsync<BrokenScheduleException>(() => exploration.RunAsync(atLeast: 0, output));
        output.WriteLine(found.Message);
        var again = await Assert.ThrowsAsync<BrokenScheduleException>(() => exploration.ReplayAsync(found.Schedule));
        Assert.Equal(found.Message, again.Message);
        await exploration.ReplayAsync("");
    }

    [Fact]
    public async Task Of_two_who_have_two_steps_each_all_six_orders_are_explored()
    {
        var orders = new HashSet<string>();
        var exploration = new Exploration(new Bounds { Preemptions = 3, Deviations = 3 }, new ScheduledClock(), async stage =>
        {
            var order = "";
            foreach (var name in new[] { "A", "B" })
                stage.Enters(name, async () =>
                {
                    await Actor.ArriveAsync(new Operation("first"));
                    order += name;
                    await Actor.ArriveAsync(new Operation("second"));
                    order += name;
                });
            await stage.PlayAsync();
            Assert.True(orders.Add(order), $"{order} was explored twice.");
        });
        await exploration.RunAsync(atLeast: 6, output);
        Assert.Equal(["AABB", "ABAB", "ABBA", "BAAB", "BABA", "BBAA"], orders.Order(StringComparer.Ordinal));
    }

    private static Exploration Explore(Func<Parcel, Task> work) => new(s_bounds, new ScheduledClock(), async stage =>
    {
        var parcel = new Parcel();
        stage.Enters("A", () => work(parcel));
        stage.Enters("B", () => work(parcel));
        Assert.Empty(await stage.PlayAsync());
        Assert.InRange(parcel.Sent, 0, 1);
    });

    private sealed class Parcel
    {
        private bool _isMarked;

        public int Sent { get; private set; }

        public async Task<bool> IsMarkedAsync()
        {
            await Actor.ArriveAsync(new Operation("looks for a mark"));
            return _isMarked;
        }

        public async Task<bool> TryMarkAsync()
        {
            await Actor.ArriveAsync(new Operation("marks"));
            return !_isMarked && (_isMarked = true);
        }

        public async Task SendAsync()
        {
            await Actor.ArriveAsync(new Operation("sends"));
            Sent++;
        }
    }
}
