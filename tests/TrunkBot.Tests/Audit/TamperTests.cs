using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Audit;
using TrunkBot.Secrets;
using TrunkBot.Storage;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Audit;

/// <summary>Whoever can write to the database, but has not the keys, is found out, and what they touched is named.</summary>
public abstract class TamperTests(string backEnd) : IAsyncLifetime
{
    private Company _world = null!;

    [Fact]
    public async Task A_chain_tells_the_whole_story_in_order_and_is_whole_before_and_after_a_checkpoint()
    {
        var id = await _world.CreatesAsync();
        var entries = await _world.EntriesAsync(id);

        Assert.Equal(["submitted", "approved", "provisioning", "created"], entries.Select(entry => entry.Act));
        Assert.Equal([1L, 2, 3, 4], entries.Select(entry => entry.Sequence));
        Assert.All(entries, entry => Assert.NotNull(entry.Fingerprint));
        Assert.Empty(await _world.VerifyAsync());
        await _world.CheckpointAsync();
        Assert.Empty(await _world.VerifyAsync());
        Assert.Contains(_world.Log.Lines, line => line.Contains("Audit checkpoint 1 covers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""UPDATE "Audit" SET "ActorName" = 'Mei' WHERE "Subject" = 'TR-1' AND "Act" = 'approved'""", "Entry 2 (approved) was changed")]
    [InlineData("""UPDATE "Audit" SET "Act" = 'rejected' WHERE "Subject" = 'TR-1' AND "Act" = 'approved'""", "Entry 2 (rejected) was changed")]
    [InlineData("""UPDATE "Audit" SET "At" = "At" + 1 WHERE "Subject" = 'TR-1' AND "Sequence" = 1""", "Entry 1 (submitted) was changed")]
    [InlineData("""UPDATE "Audit" SET "TenantId" = 'another' WHERE "Subject" = 'TR-1' AND "Sequence" = 2""", "Entry 2 is missing")]
    [InlineData("""DELETE FROM "Audit" WHERE "Subject" = 'TR-1' AND "Sequence" = 2""", "Entry 2 is missing")]
    [InlineData("""DELETE FROM "Audit" WHERE "Subject" = 'TR-1' AND "Sequence" = 4""", "Entry 4 is missing: its chain was cut off after entry 3 of 4")]
    [InlineData("""DELETE FROM "Audit" WHERE "Subject" = 'TR-1'""", "Entries 1 to 4 are missing, which is all of it")]
    [InlineData("""DELETE FROM "AuditHeads" WHERE "Subject" = 'TR-1'""", "The end of its chain is no longer on record")]
    [InlineData("""UPDATE "AuditHeads" SET "Sequence" = 3 WHERE "Subject" = 'TR-1'""", "The end of its chain was changed")]
    [InlineData("""UPDATE "AuditHeads" SET "RemovedAt" = 1, "Removal" = "Hash" WHERE "Subject" = 'TR-1'""", "but not by TrunkBot")]
    [InlineData("""UPDATE "Requests" SET "State" = 'Failed' WHERE "Number" = 1""", "The request was changed after entry 4 (created)")]
    [InlineData("""UPDATE "Requests" SET "AskerId" = 'somebody' WHERE "Number" = 1""", "The request was changed after entry 4 (created)")]
    [InlineData("""UPDATE "Requests" SET "Fields_Numbers" = '+14155550199' WHERE "Number" = 1""", "The request was changed after entry 4 (created)")]
    [InlineData("""UPDATE "Requests" SET "TrunkId" = 'another' WHERE "Number" = 1""", "The request was changed after entry 4 (created)")]
    [InlineData("""DELETE FROM "Requests" WHERE "Number" = 1""", "The request itself is missing")]
    public async Task What_was_touched_is_named_before_any_checkpoint(string sql, string named)
    {
        await _world.CreatesAsync();
        Assert.Equal(1, Math.Min(1, await _world.TamperAsync(sql)));
        Assert.Contains(await _world.VerifyAsync(), flaw => flaw.StartsWith("TR-1 of tenant", StringComparison.Ordinal) && flaw.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tail_that_is_cut_off_with_its_head_and_its_request_turned_back_is_found_by_the_checkpoint()
    {
        var id = await _world.AsksAndGetsAYesAsync();
        var earlier = (await _world.EntriesAsync(id))[^1];
        var row = await _world.StoredAsync(db => db.Database.SqlQueryRaw<long>("""SELECT "ChangedAt" AS "Value" FROM "Requests" WHERE "Number" = 1""").SingleAsync());
        await _world.RunDueJobsAsync();
        await _world.CheckpointAsync();

        await _world.TamperAsync("""DELETE FROM "Audit" WHERE "Subject" = 'TR-1' AND "Sequence" > 2""");
        await _world.StoredAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "AuditHeads" SET "Sequence" = 2, "SealedSequence" = 0, "Hash" = {earlier.Hash} WHERE "Subject" = 'TR-1'"""));
        await _world.StoredAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "Requests" SET "State" = 'Approved', "TrunkId" = NULL, "SentAt" = NULL, "ChangedAt" = {row} WHERE "Number" = 1"""));

        Assert.Contains(await _world.VerifyAsync(), flaw => flaw.Contains("Entry 4, which checkpoint 1 has sealed, is missing", StringComparison.Ordinal)
            || flaw.Contains("Its stored password is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""DELETE FROM "AuditCheckpoints" WHERE "Number" = 1""", "Checkpoint 1 is missing.")]
    [InlineData("""DELETE FROM "AuditCheckpoints" WHERE "Number" = 2""", "Checkpoint 2 is missing.")]
    [InlineData("""DELETE FROM "AuditCheckpoints" WHERE "Number" = 2; DELETE FROM "AuditSeals" WHERE "Checkpoint" = 2""", "Checkpoint 2 is missing.")]
    [InlineData("""UPDATE "AuditCheckpoints" SET "At" = 1 WHERE "Number" = 1""", "Checkpoint 1 or one of its seals was changed")]
    [InlineData("""DELETE FROM "AuditSeals" WHERE "Checkpoint" = 1 AND "Subject" = 'TR-1'""", "Checkpoint 1 or one of its seals was changed")]
    [InlineData("""UPDATE "AuditSeals" SET "Sequence" = 3 WHERE "Checkpoint" = 1 AND "Subject" = 'TR-1'""", "Checkpoint 1 or one of its seals was changed")]
    public async Task A_checkpoint_that_was_touched_is_named(string sql, string named)
    {
        await _world.CreatesAsync();
        await _world.CheckpointAsync();
        await _world.CreatesAsync();
        await _world.CheckpointAsync();
        Assert.Empty(await _world.VerifyAsync());

        await _world.TamperAsync(sql);
        Assert.Contains(await _world.VerifyAsync(), flaw => flaw.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_nobody_asked_for_is_named()
    {
        await _world.Riya.SaysAsync("/trunk new");
        await _world.TamperAsync("""UPDATE "Requests" SET "State" = 'Approved'""");
        Assert.Contains(await _world.VerifyAsync(), flaw => flaw.Contains("It has no audit entry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_swapped_secret_is_named_and_the_create_is_refused_just_before_the_call()
    {
        var id = await _world.AsksAndGetsAYesAsync();
        var other = _world.Bot.Services.GetRequiredService<SecretBox>().Protect(new Secret("Another-Horse-43"), id);
        await _world.StoredAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Requests" SET "ProtectedPassword" = {other} WHERE "Number" = 1"""));

        Assert.Contains(await _world.VerifyAsync(), flaw => flaw.Contains("Its stored password isn't the one that was asked for and approved", StringComparison.Ordinal));
        await _world.RunDueJobsAsync();
        Assert.Equal(0, _world.Posts());
        Assert.Equal(RequestState.Failed, await _world.StateOfAsync(id));
        Assert.Empty(await _world.VerifyAsync());
    }

    [Fact]
    public async Task A_yes_that_was_written_into_the_database_creates_nothing()
    {
        var id = await _world.AsksAsync();
        await _world.TamperAsync("""UPDATE "Requests" SET "State" = 'Approved', "ApprovedAt" = "ChangedAt" WHERE "Number" = 1""");
        await _world.TamperAsync("""UPDATE "Approvals" SET "State" = 'Granted'""");
        await _world.StoredAsync(async db =>
        {
            db.Add(TrunkBot.Jobs.Job.Of(new ProvisionTrunk(1), null, _world.Clock.GetUtcNow()));
            return await _world.Bot.Services.GetRequiredService<Commit>().TrySaveAsync(db, CancellationToken.None);
        });

        Assert.Contains(await _world.VerifyAsync(), flaw => flaw.Contains("The request was changed after entry 1 (submitted)", StringComparison.Ordinal));
        await _world.RunDueJobsAsync();
        Assert.Equal(0, _world.Posts());
        Assert.Equal(RequestState.Failed, await _world.StateOfAsync(id));
    }

    [Fact]
    public async Task Old_chains_of_finished_requests_are_removed_whole_and_their_sealed_heads_stay()
    {
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        var id = await _world.CreatesAsync();
        await _world.CheckpointAsync();
        await _world.PassAsync(TimeSpan.FromDays(2556));
        var open = await _world.AsksAsync();
        await _world.CheckpointAsync();

        Assert.Empty(await _world.EntriesAsync(id));
        Assert.NotEmpty(await _world.EntriesAsync(open));
        Assert.NotEmpty(await _world.EntriesAsync(AuditTrail.Settings));
        Assert.Empty(await _world.VerifyAsync());
    }

    [Fact]
    public async Task Two_who_write_to_one_chain_at_once_both_come_into_it()
    {
        var id = await _world.AsksAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => _world.InScopeAsync(async services =>
        {
            services.GetRequiredService<AuditTrail>().ByTrunkBot(await TenantAsync(), id, "noted", $"{number}");
            return await services.GetRequiredService<Commit>().TrySaveAsync(services.GetRequiredService<TrunkBotDbContext>(), CancellationToken.None);
        }))));

        Assert.Equal(Enumerable.Range(1, 9).Select(n => (long)n), (await _world.EntriesAsync(id)).Select(entry => entry.Sequence));
        Assert.Empty(await _world.VerifyAsync());
    }

    [Fact]
    public async Task The_command_line_names_what_was_touched_and_ends_with_1_or_0()
    {
        await _world.CreatesAsync();
        await _world.CheckpointAsync();
        var settings = new Dictionary<string, string?>(_world.Sandbox.BotSettings(Company.FreePort(), _world.DatabaseFile));
        foreach (var (key, value) in _world.Database.Settings)
            settings[key] = value;

        var (good, whole) = await BotProcess.RunAsync(settings, "--verify-audit");
        Assert.Contains("The audit is whole. Chains checked: 1. The last checkpoint is 1, ", whole, StringComparison.Ordinal);
        Assert.Equal(0, good);

        await _world.TamperAsync("""DELETE FROM "Audit" WHERE "Subject" = 'TR-1' AND "Sequence" = 4""");
        var (bad, broken) = await BotProcess.RunAsync(settings, "--verify-audit");
        Assert.Contains("Entry 4 is missing: its chain was cut off after entry 3 of 4.", broken, StringComparison.Ordinal);
        Assert.Equal(1, bad);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private Task<string> TenantAsync() => _world.StoredAsync(db => db.Requests.Select(request => request.TenantId).FirstAsync());
}

public sealed class TamperOnSqliteTests() : TamperTests("Sqlite");

public sealed class TamperOnPostgresTests() : TamperTests("Postgres");
