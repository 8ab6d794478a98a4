using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>What becomes of a draft.</summary>
public abstract class DraftLifeTests(string backEnd)
{
    [Theory]
    [InlineData("/trunk cancel TR-1")]
    [InlineData("Start over")]
    public async Task A_draft_is_cancelled_by_its_asker(string way)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync("/trunk new --name twilio");
        var heard = way.StartsWith('/') ? await world.Riya.SaysAsync(way) : await world.Riya.ClicksAsync(way);
        Assert.Contains(way.StartsWith('/') ? "TR-1 is cancelled" : "Your draft is deleted. Here is an empty form.", heard.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
        Assert.Equal(["cancelled"], await world.AuditAsync());
    }

    [Fact]
    public async Task A_draft_expires_after_a_day_and_its_password_goes_with_it()
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.VideoSdk);
        Assert.NotNull((await world.RequestAsync()).ProtectedPassword);
        var form = world.Riya.CardWith("Submit anyway");

        await world.PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(RequestState.Draft, await world.StateAsync());
        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(RequestState.Expired, await world.StateAsync());
        Assert.Null((await world.RequestAsync()).ProtectedPassword);
        Assert.Equal(["expired"], await world.AuditAsync());

        var late = await world.Riya.ClicksAsync(form, "Submit anyway", "personal", Sample.VideoSdk);
        Assert.Contains("Expired", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You started this draft earlier", (await world.Riya.SaysAsync("/trunk new")).Text, StringComparison.Ordinal);
    }
}

public sealed class DraftLifeOnSqliteTests() : DraftLifeTests("Sqlite");

public sealed class DraftLifeOnPostgresTests() : DraftLifeTests("Postgres");
