using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TrunkBot.Jobs;
using TrunkBot.Outbox.Pacing;
using TrunkBot.Outbox.Waiting;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Storage.Sqlite;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Schedules;

/// <summary>
/// A company whose bot has several processes on one database, each of its own services: the first for what happens before all schedules, then
/// one for each actor, and the last for what happens after them. Each run of a schedule begins where <see cref="Keep"/> was called.
/// </summary>
internal sealed class ScheduledCompany : IAsyncDisposable
{
    // Each schedule writes the file anew: where it is in memory, no flush takes time.
    private const string Memory = "/dev/shm";

    private readonly Company _company;
    private Snapshot? _kept;
    private DateTimeOffset _keptAt;
    private int _sentBefore;

    private ScheduledCompany(Company company, ScheduledClock clock, CountedVideoSdk videoSdk) => (_company, Clock, VideoSdk) = (company, clock, videoSdk);

    public Company Company => _company;

    public ScheduledClock Clock { get; }

    public CountedVideoSdk VideoSdk { get; }

    /// <summary>What the channel has got since the schedule began.</summary>
    public IReadOnlyList<SentActivity> Sent => [.. _company.Sandbox.Channel.Sent.Skip(_sentBefore)];

    /// <param name="actors">How many processes act.</param>
    /// <param name="settings">What differs from the usual.</param>
    /// <param name="beneath">What stands between the back end and its file.</param>
    /// <param name="job">Adds the one kind of work that actors do; what is of others waits for a process that knows it. Null for all kinds.</param>
    public static async Task<ScheduledCompany> StartAsync(
        int actors, Dictionary<string, string?>? settings = null, Func<IBackEnd, IBackEnd>? beneath = null, Action<IServiceCollection>? job = null)
    {
        var (clock, videoSdk, commands) = (new ScheduledClock(), new CountedVideoSdk(), new ScheduledCommands());
        var company = await Company.StartAsync(new CompanyOptions
        {
            Settings = settings ?? [],
            LogLevel = LogLevel.None,
            Clock = clock,
            Parent = Directory.Exists(Memory) ? Memory : null,
            Change = Change,
            ChangeAtLast = ChangeAtLast,
            BackEndAround = inner => new ScheduledBackEnd(beneath?.Invoke(inner) ?? inner),
        });
        await company.JoinAsync([.. Enumerable.Repeat<Action<IServiceCollection>?>(Act, actors + 1)]);
        company.TalkTo(company.Bot);
        company.Sandbox.Channel.Sent.Most = int.MaxValue;
        return new ScheduledCompany(company, clock, videoSdk);

        void Change(IServiceCollection services)
        {
            videoSdk.AnswerTo(services);
            services.ConfigureDbContext<SqliteTrunkBotDbContext>(db => db.AddInterceptors(commands));
        }

        void Act(IServiceCollection services)
        {
            Change(services);
            services.AddSingleton<Acts>();
        }

        void ChangeAtLast(IServiceCollection services)
        {
            // A clock that jumps makes every turn a slow one; that somebody is typing changes nothing for anybody.
            services.RemoveAll<IWaitingSign>();
            // It remembers what it has sent, by a clock that is put back.
            services.Replace(ServiceDescriptor.Transient<IPaces, PacesInMemory>());
            services.Replace(ServiceDescriptor.Transient<ConversationPace, ConversationPace>());
            if (job is null || services.All(service => service.ServiceType != typeof(Acts)))
                return;
            services.RemoveAll<JobKind>();
            job(services);
        }
    }

    /// <summary>Every schedule begins with what is stored now.</summary>
    public void Keep() => (_kept, _keptAt) = (Snapshot.Of(_company.DatabaseFile), Clock.GetUtcNow());

    /// <summary>A schedule begins.</summary>
    public void Begin()
    {
        Clock.AdjustTime(_keptAt);
        _kept!.GiveBack();
        VideoSdk.Forget();
        _sentBefore = _company.Sandbox.Channel.Sent.Count;
    }

    /// <summary>What a person says, as the channel delivers it.</summary>
    public Delivered Says(Talker person, string text) => new(this, _company.Sandbox.Channel.Compose(
        person.Key, "personal", new JsonObject { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain" }, "msteams"));

    /// <summary>Whether somebody has read this since the schedule began.</summary>
    public bool Hears(string words) => Sent.Any(sent => (sent.Text + Cards.Words(sent.Card)).Contains(words, StringComparison.Ordinal));

    public Task<bool> SaveAsync(Change change) => Services(0).GetRequiredService<Commit>().TrySaveAsync(change, CancellationToken.None);

    /// <summary>Does what is due, as the worker of this process.</summary>
    public Task WorkAsync(int process) => Services(process).GetRequiredService<JobWorker>().RunDueAsync(CancellationToken.None);

    /// <summary>Whoever is dead is dead, and leases run out: the channel delivers again what was not answered, and what has become due is done.</summary>
    public async Task EndAsync(params IEnumerable<Delivered> deliveries)
    {
        var last = _company.Bots.Count - 1;
        foreach (var unanswered in deliveries.Where(delivery => !delivery.IsAnswered))
            await unanswered.ToAsync(last);
        for (var times = 0; times < 3; times++)
        {
            Clock.PassLongTime();
            await WorkAsync(last);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _kept?.Dispose();
        await _company.DisposeAsync();
        VideoSdk.Dispose();
    }

    private sealed class Acts;

    private IServiceProvider Services(int process) => _company.Bots[process].Services;

    /// <summary>One activity, which the channel delivers until it is answered.</summary>
    internal sealed class Delivered(ScheduledCompany company, JsonObject activity)
    {
        public bool IsAnswered { get; private set; }

        /// <summary>The same activity once more.</summary>
        public Delivered Again() => new(company, activity);

        public async Task ToAsync(int process)
        {
            var turn = activity.Deserialize(ProtocolJsonContext.Default.Activity)!;
            await company.Services(process).GetRequiredService<TurnRunner>().RunAsync(turn, CancellationToken.None);
            await Actor.ArriveAsync(Operation.Answers);
            IsAnswered = true;
        }
    }
}
