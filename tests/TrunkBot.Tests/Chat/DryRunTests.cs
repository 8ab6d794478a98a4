using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Chat;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>What will happen? Every command that changes something says it beforehand, and changes nothing.</summary>
public sealed class DryRunTests : IAsyncLifetime
{
    private static readonly string[] s_readers =
        ["help", "whoami", "cancel", "trunk list", "trunk requests", "trunk show", "trunk audit", "trunk status", "trunk waiting", "trunk overview"];

    private Company _world = null!;

    [Fact]
    public void Every_command_that_changes_something_can_be_run_dry() => Assert.Equal(
        s_readers.Order(),
        _world.Bot.Services.GetServices<CommandEntry>()
            .Where(command => !command.Spec.Command.Options.Contains(DryRun.Option)).Select(command => command.Spec.Words).Order());

    [Theory]
    [InlineData("omar", "/trunk approve TR-1 --dry-run", "is approved", "would be “Approved”", "Needs 1 approval from another approver")]
    [InlineData("omar", "/trunk approve TR-1 looks right --dry-run", "is approved", "Approved by: Omar Haddad: “looks right”")]
    [InlineData("omar", "/trunk approve TR-1 looks right —dry-run", "is approved")]
    [InlineData("omar", "/trunk approve TR-1 --dryrun", "is approved")]
    [InlineData("omar", "/trunk reject TR-1 not ours --dry-run", "is rejected", "would be “Rejected”")]
    [InlineData("omar", "/trunk delegate TR-1 mei --dry-run", "You left TR-1 to Mei Lin", "would stay as it is")]
    [InlineData("riya", "/trunk cancel TR-1 --dry-run", "is cancelled", "would be “Cancelled”")]
    [InlineData("riya", "/trunk edit TR-1 --dry-run", "TR-1", "would stay as it is")]
    [InlineData("riya", "/trunk approve TR-1 --dry-run", "You need the role Approver or Admin for this.")]
    [InlineData("ada", "/trunk push TR-1 hotline down --dry-run", "Push TR-1 through without approval?", "would stay as it is")]
    [InlineData("ada", "/trunk resend TR-2 --dry-run", "is being sent again", "would be “Being created”")]
    [InlineData("ada", "/trunk adopt TR-2 {trunk} --dry-run", "is settled", "would be “Created”")]
    [InlineData("riya", "/trunk new --name abc --domain b.pstn.twilio.com --direction outbound --number +14155550111 --username u --dry-run",
        "Needs 1 approval from another approver", "POST /v2/sip-trunk", "\"auth\": {\"username\":\"u\",\"password\":\"***\"},", "\"domain\": \"b.pstn.twilio.com\",", "\"numbers\": [\"+14155550111\"]")]
    [InlineData("riya", "/trunk new --name a --dry-run", "This could not be submitted yet.", "Name:")]
    public async Task It_says_what_the_run_would_say_and_changes_nothing(string who, string line, params string[] says)
    {
        var before = await ContentAsync();
        var seen = _world.Sandbox.Channel.Sent.Count;
        var heard = await new Talker(_world.Sandbox, who).SaysAsync(line.Replace("{trunk}", _world.Sandbox.VideoSdk.Trunks.Single().TrunkId, StringComparison.Ordinal));
        foreach (var sentence in says)
            Assert.Contains(sentence, heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Password, heard.Text, StringComparison.Ordinal);
        await _world.RunDueJobsAsync();
        Assert.Equal(before, await ContentAsync());
        Assert.Equal(heard.Sent.Count, _world.Sandbox.Channel.Sent.Count - seen);
    }

    [Fact]
    public async Task Where_approvals_are_asked_for_stays_as_it_is()
    {
        var before = await ContentAsync();
        var heard = await _world.Ada.SaysAsync("/trunk approvals here --dry-run", "teams-room");
        Assert.Contains("Dry run: nothing is changed", heard.Text, StringComparison.Ordinal);
        Assert.Contains("approvals room now", heard.Text, StringComparison.Ordinal);
        Assert.Equal(before, await ContentAsync());
    }

    [Fact]
    public async Task After_a_dry_run_the_real_one_does_what_it_said()
    {
        await _world.Omar.SaysAsync("/trunk approve TR-1 --dry-run");
        Assert.Equal(RequestState.Pending, await _world.StateAsync());
        Assert.DoesNotContain("Dry run", (await _world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Approved, await _world.StateAsync());
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync();
        await _world.AskedAsync();
        await _world.Riya.SaysAsync("/trunk new");
        await _world.Riya.ClicksAsync("Submit", inputs: Sample.Another(2));
        _world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await _world.Omar.SaysAsync("/trunk approve TR-2");
        await _world.RunDueJobsAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    // Everything that is stored, but what belongs to the turn itself: its mark, its answers and whom was greeted.
    private async Task<string> ContentAsync()
    {
        await using var file = new SqliteConnection($"Data Source={_world.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        var tables = await RowsAsync(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('SeenActivities', 'State', 'Jobs', 'Conversations') ORDER BY name");
        List<string> rows = [.. await RowsAsync(file, "SELECT * FROM Jobs WHERE Kind NOT IN ('send-activity', 'housekeeping') ORDER BY Id")];
        foreach (var table in tables)
            rows.AddRange(await RowsAsync(file, $"SELECT * FROM \"{table}\" ORDER BY 1"));
        return string.Join('\n', rows);
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection file, string sql)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
        return rows;
    }
}
