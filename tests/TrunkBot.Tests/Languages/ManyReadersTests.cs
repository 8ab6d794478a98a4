using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.Policies;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Provisioning;

namespace TrunkBot.Tests.Languages;

/// <summary>One asks, others approve, a room watches: what is kept of a request is told to each of them in their own language, and noted in English.</summary>
public sealed class ManyReadersTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(null, 400)]
    [InlineData(null, 401)]
    [InlineData(null, 503)]
    [InlineData("drop-after", 0)]
    [InlineData("drop-before", 0)]
    public async Task Each_reads_warnings_rules_and_what_became_of_it_in_their_own_language(string? kind, int status)
    {
        await using var world = await Company.StartAsync();
        var readers = new Readers(world);
        await world.SetAsync("direction Direction=outbound Approvers=2");
        await readers.MakeRoomAsync();
        await readers.Riya.SaysAsync("/trunk new");
        await readers.Riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.VideoSdk);
        await readers.Riya.ClicksAsync(Language.German.Book.Texts["Submit anyway"], inputs: Sample.VideoSdk);
        await world.RunDueJobsAsync();
        await readers.LookAsync();
        if ((kind, status) is not (null, 0))
            world.Sandbox.VideoSdk.Faults.Add(kind is null ? new Fault { Status = status, Times = 1000, RetryAfter = 600, Message = "not today" } : new Fault { Kind = kind, Times = 1000 });

        await readers.Omar.SaysAsync("/trunk approve TR-1");
        await readers.LookAsync();
        await readers.Mei.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        await readers.LookAsync();
        await readers.Omar.SaysAsync("/trunk approve TR-1");

        readers.ReadNothingForeign();
        Assert.Contains(Language.Japanese.Book.Texts["This trunk is outbound."], world.Omar.Reads(), StringComparison.Ordinal);
        Assert.Contains(Language.Spanish.Book.Texts["This trunk is outbound."], world.Omar.Reads("teams-room"), StringComparison.Ordinal);
        Assert.Contains("is too short for its country", world.Mei.Reads(), StringComparison.Ordinal);
        Assert.Empty(ForeignWords.In((await world.Ada.SaysAsync("/trunk audit TR-1")).Text, Language.English));
    }

    [Fact]
    public async Task What_has_come_up_since_it_was_asked_and_who_took_it_back_is_told_to_each_in_their_own_language()
    {
        await using var world = await Company.StartAsync();
        var readers = new Readers(world);
        await readers.MakeRoomAsync();
        await readers.Riya.SaysAsync("/trunk new");
        await readers.Riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.Clean);
        await readers.Riya.SaysAsync("/trunk new");
        await readers.Riya.ClicksAsync(Language.German.Book.Texts["Submit"], inputs: Sample.Clean);
        await readers.Riya.ClicksAsync(Language.German.Book.Texts["Submit anyway"], inputs: Sample.Clean);
        await world.RunDueJobsAsync();

        var again = await readers.Omar.SaysAsync("/trunk approve TR-1");
        await readers.Riya.SaysAsync("/trunk cancel TR-1");
        await world.RunDueJobsAsync();
        await readers.LookAsync();

        Assert.Contains(Language.Japanese.Book.Texts["Check that both are needed."], again.Text, StringComparison.Ordinal);
        readers.ReadNothingForeign();
    }

    [Fact]
    public async Task What_nobody_can_read_of_stuck_work_is_told_to_an_administrator_in_their_language()
    {
        await using var world = await Company.StartAsync();
        var damaged = new Job(Guid.CreateVersion7(), EndHold.Kind, world.Settings["MicrosoftAppTenantId"], "damaged", world.Clock.GetUtcNow());
        Assert.True(await world.Bot.Services.GetRequiredService<Commit>().TrySaveAsync(Change.Insert(damaged), CancellationToken.None));
        await world.RunDueJobsAsync();

        var shown = (await world.Ada.In("hi-IN").SaysAsync("/trunk jobs")).Text;

        Assert.Contains(Language.Hindi.Book.Texts["What is stored of this work can't be read."], shown, StringComparison.Ordinal);
        Assert.Empty(ForeignWords.In(shown, Language.Hindi));
    }

    /// <summary>Asks in German, approves in Japanese and English, administers in Hindi; the room was made in Spanish.</summary>
    private sealed class Readers(Company world)
    {
        public Talker Riya { get; } = world.Riya.In("de-DE");

        public Talker Omar { get; } = world.Omar.In("ja-JP");

        public Talker Mei { get; } = world.Mei;

        public Talker Ada { get; } = world.Ada.In("hi-IN");

        public Task<Heard> MakeRoomAsync() => world.Ada.In("es-MX").SaysAsync("/trunk approvals here", "teams-room");

        public async Task LookAsync()
        {
            foreach (var reader in new[] { Riya, Omar, Mei, Ada })
            {
                foreach (var line in new[] { "/trunk show TR-1", "/trunk requests", "/trunk waiting" })
                    await reader.SaysAsync(line);
            }
        }

        public void ReadNothingForeign()
        {
            foreach (var (reader, place, language) in new[] { (Riya, "personal", Language.German), (Omar, "personal", Language.Japanese), (Mei, "personal", Language.English), (Ada, "personal", Language.Hindi), (Omar, "teams-room", Language.Spanish) })
            {
                var read = reader.Reads(place);
                var foreign = ForeignWords.In(read, language);
                Assert.True(foreign.Count == 0, $"{reader.Key}, {language}: {string.Join('\n', foreign.Append(read))}");
            }
        }
    }
}
