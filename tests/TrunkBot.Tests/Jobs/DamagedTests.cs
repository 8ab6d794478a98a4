using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Jobs;

/// <summary>Rows that somebody, or a disk, has damaged: no attempt will ever read them.</summary>
public sealed class DamagedTests
{
    [Theory]
    [InlineData("provision-trunk", "one")]
    [InlineData("end-hold", "")]
    [InlineData("forget-password", "99999999999999999999")]
    [InlineData("tell-person", "{}")]
    [InlineData("conversation-changed", "null")]
    [InlineData("send-activity", "{\"operation\":0")]
    public async Task What_cannot_be_read_is_given_up_at_once_is_shown_to_an_Admin_and_holds_up_nothing(string kind, string stored)
    {
        await using var world = await Company.StartAsync();
        var damaged = new Job(Guid.CreateVersion7(), kind, null, stored, world.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        Assert.True(await world.Bot.Services.GetRequiredService<Commit>().TrySaveAsync(Change.Insert(damaged), CancellationToken.None));
        Assert.Contains(Purpose(kind), await ShownAsync(world), StringComparison.Ordinal);

        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await world.StateAsync());
        var job = await world.StoredAsync(db => db.Jobs.AsNoTracking().SingleAsync(one => one.Id == damaged.Id));
        Assert.Equal((JobState.Parked, 1, "What is stored of this work can't be read."), (job.State, job.Attempts, new Noted(job.LastProblem!).English));
        var shown = await ShownAsync(world);
        Assert.Contains(Purpose(kind), shown, StringComparison.Ordinal);
        Assert.Contains("Last problem: What is stored of this work can't be read.", shown, StringComparison.Ordinal);
    }

    private static string Purpose(string kind) => $"do work of the kind {kind}, of which nobody can read what is stored";

    private static async Task<string> ShownAsync(Company world) => (await world.Ada.SaysAsync("/trunk jobs")).Text;
}
