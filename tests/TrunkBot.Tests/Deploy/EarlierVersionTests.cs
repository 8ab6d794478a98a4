using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.Audit;
using TrunkBot.Tests.Deploy.Earlier;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Deploy;

/// <summary>What an earlier version has stored is brought to this one, and everything in it goes on.</summary>
public abstract class EarlierVersionTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;

    [Fact]
    public async Task Its_audit_is_whole_and_grows_on_the_same_chains()
    {
        Assert.Empty(await _world.StoredAsync(db => db.Database.GetPendingMigrationsAsync()));
        Assert.Equal(["submitted", "approved", "approved", "provisioning", "created"], await _world.ActsOnAsync("TR-1"));
        Assert.Empty(await _world.VerifyAsync());

        await _world.Mei.SaysAsync("/trunk approve TR-3");
        await _world.RunDueJobsAsync();
        Assert.Equal(["submitted", "approved", "approved", "provisioning", "created"], await _world.ActsOnAsync("TR-3"));
        await _world.CheckpointAsync();
        Assert.Empty(await _world.VerifyAsync());

        await _world.TamperAsync("""UPDATE "Audit" SET "Detail" = 'nobody' WHERE "Subject" = 'TR-1' AND "Act" = 'created'""");
        Assert.NotEmpty(await _world.VerifyAsync());
    }

    [Fact]
    public async Task Whoever_had_said_yes_has_said_yes_and_what_was_locked_opens()
    {
        Assert.Equal(RequestState.Pending, await _world.StateOfAsync("TR-3"));
        Assert.Contains("TR-3 is approved", (await _world.Mei.SaysAsync("/trunk approve TR-3")).Text, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Equal(RequestState.Created, await _world.StateOfAsync("TR-3"));
        Assert.Equal(2, _world.Posts());
    }

    [Fact]
    public async Task Work_that_it_had_stored_is_done_once_and_a_create_without_an_answer_stays_with_the_Admins()
    {
        Assert.Equal((RequestState.Created, RequestState.OutcomeUnknown), (await _world.StateOfAsync("TR-4"), await _world.StateOfAsync("TR-2")));
        Assert.Equal(1, _world.Posts());
        await _world.RunDueJobsAsync();
        Assert.Equal(1, _world.Posts());
    }

    [Fact]
    public async Task Somebody_who_was_asked_a_question_answers_it()
    {
        var heard = await _world.Riya.SaysAsync("acme9.pstn.twilio.com");
        Assert.Contains("direction", heard.Text, StringComparison.OrdinalIgnoreCase);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions
    {
        BackEnd = backEnd,
        Clock = new FakeTimeProvider(EarlierDatabase.LeftAt(backEnd)),
        MakeDatabase = folder => EarlierDatabase.CreateAsync(backEnd, folder),
        SandboxPort = EarlierDatabase.ChannelPort(backEnd),
        Settings = new(Two.Approvers.Concat(backEnd == "Sqlite" ? [] : EarlierDatabase.Certificate)),
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();
}

public sealed class EarlierVersionOnSqliteTests() : EarlierVersionTests("Sqlite");

public sealed class EarlierVersionOnPostgresTests() : EarlierVersionTests("Postgres");
