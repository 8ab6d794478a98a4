using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Sandbox;
using TrunkBot.Storage;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Crash;

/// <summary>What is left when the dust has settled: the bot's own records beside what VideoSDK and the people have seen.</summary>
internal sealed class Reckoning : IAsyncDisposable
{
    private readonly SandboxApp _sandbox;
    private readonly WebApplication _app;

    /// <param name="sandbox">The world.</param>
    /// <param name="settings">Those of a process: its database is looked into, nothing is run.</param>
    public Reckoning(SandboxApp sandbox, IReadOnlyDictionary<string, string?> settings)
    {
        _sandbox = sandbox;
        _app = TrunkBotApp.Create([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders();
        });
    }

    /// <summary>What keeps this run from being over: a request that has not ended, an end that nobody was told, work that is left.</summary>
    public async Task<IReadOnlyList<string>> OpenEndsAsync(IReadOnlyDictionary<string, string> asked)
    {
        var requests = await StoredAsync(db => db.Requests.AsNoTracking().Where(request => request.State != RequestState.Draft).ToListAsync());
        var lost = asked.Keys.Except(requests.Select(request => request.Id.ToString())).Select(id => $"{id} is lost");
        var jobs = await StoredAsync(db => db.Jobs.AsNoTracking().Where(job => job.State != JobState.Done).ToListAsync());
        var told = Told();
        return
        [
            .. lost,
            .. requests.Where(request => !IsOver(request)).Select(request => $"{request.Id} is {request.State}"),
            .. requests.Where(IsOver).SelectMany(request => NotTold(request, told)),
            .. jobs.Where(job => job.State == JobState.Parked).Select(job => $"the job {job.Kind} {job.Payload} is parked: {job.LastProblem}"),
            .. jobs.Where(job => job.Kind == ProvisionTrunk.Kind && job.State == JobState.Waiting).Select(job => $"the job {job.Kind} {job.Payload} waits"),
        ];
    }

    /// <summary>How the requests ended.</summary>
    public Task<Dictionary<RequestState, int>> EndsAsync() => StoredAsync(db => db.Requests.AsNoTracking()
        .GroupBy(request => request.State).ToDictionaryAsync(group => group.Key, group => group.Count()));

    public Task<List<Approval>> ApprovalsAsync() => StoredAsync(db => db.Approvals.AsNoTracking().ToListAsync());

    /// <summary>Everything that must never be, whatever has died.</summary>
    public async Task<IReadOnlyList<string>> BrokenPromisesAsync(IReadOnlyDictionary<string, bool> approved, int quorum = 1)
    {
        var requests = await StoredAsync(db => db.Requests.AsNoTracking().Where(request => request.State != RequestState.Draft).ToListAsync());
        var audit = (await StoredAsync(db => db.Audit.AsNoTracking().ToListAsync())).ToLookup(entry => entry.Subject);
        var creates = _sandbox.VideoSdk.Requests.Where(call => call.Method == "POST")
            .ToLookup(call => call.Body!.Value.GetProperty("name").GetString()!);
        var trunks = _sandbox.VideoSdk.Trunks.ToLookup(trunk => trunk.Name);
        return
        [
            .. requests.SelectMany(request => Broken(
                request, approved, [.. creates[request.Fields.Name!].Select(_ => "create")], [.. trunks[request.Fields.Name!].Select(trunk => trunk.TrunkId)])),
            .. requests.SelectMany(request => Disagreeing(request, [.. audit[request.Id.ToString()].Select(entry => entry.Act)], quorum)),
            .. creates.Select(calls => calls.Key).Except(requests.Select(request => request.Fields.Name!)).Select(name => $"VideoSDK was asked for {name}, which nobody asked for"),
        ];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsOver(TrunkRequest request) => request.IsFinal || request.State is RequestState.OutcomeUnknown;

    private static IEnumerable<string> Broken(TrunkRequest request, IReadOnlyDictionary<string, bool> approved, string[] creates, string[] trunks)
    {
        var wasApproved = approved.GetValueOrDefault(request.Id.ToString());
        if (wasApproved && request.State is not (RequestState.Created or RequestState.OutcomeUnknown))
            yield return $"{request.Id} was approved and is {request.State}";
        if (!wasApproved && request.State is not RequestState.Rejected)
            yield return $"{request.Id} was rejected and is {request.State}";
        if (request.State is RequestState.Created && (creates.Length != 1 || trunks.Length != 1 || trunks[0] != request.TrunkId))
            yield return $"{request.Id} is created as {request.TrunkId}, and VideoSDK saw {creates.Length} creates and has [{string.Join(", ", trunks)}]";
        if (request.State is RequestState.OutcomeUnknown && creates.Length > 1)
            yield return $"{request.Id} is unknown, and VideoSDK saw {creates.Length} creates";
        if (request.State is RequestState.Rejected && creates.Length > 0)
            yield return $"{request.Id} is rejected, and VideoSDK saw a create";
        if (request.IsFinal && request.ProtectedPassword is not null)
            yield return $"{request.Id} has ended and still holds its password";
    }

    // One submit, as many approvals as are needed or one rejection, and an end that is the request's.
    private static IEnumerable<string> Disagreeing(TrunkRequest request, string[] acts, int quorum)
    {
        var ends = request.State switch
        {
            RequestState.Created => "created",
            RequestState.Rejected => "rejected",
            _ => "outcome unknown",
        };
        var decision = request.State is RequestState.Rejected ? "rejected" : "approved";
        foreach (var once in new[] { "submitted", decision, ends }.Distinct().Where(act => acts.Count(one => one == act) != (act == "approved" ? quorum : 1)))
            yield return $"the audit of {request.Id} has {acts.Count(one => one == once)} times '{once}': {string.Join(", ", acts)}";
    }

    private IEnumerable<string> NotTold(TrunkRequest request, ILookup<string, string> told)
    {
        var end = TrunkTexts.State(request);
        var (asker, room) = (RoomBook.Read(request.Reference).Conversation.Id!, _sandbox.Channel.ConversationId("teams-room"));
        if (!told[asker].Any(words => Tells(words, request, end)))
            yield return $"the asker of {request.Id} was not told: {end}";
        if (!told[room].Any(words => Tells(words, request, end)))
            yield return $"the room was not told of {request.Id}: {end}";
    }

    private static bool Tells(string words, TrunkRequest request, string end) =>
        words.Contains($"{request.Id}", StringComparison.Ordinal) && words.Contains(end, StringComparison.Ordinal);

    private ILookup<string, string> Told() => _sandbox.Channel.Sent.Where(sent => sent.Card is not null)
        .ToLookup(sent => sent.ConversationId!.Split(";messageid=")[0], sent => Cards.Words(sent.Card).Aloud());

    private async Task<T> StoredAsync<T>(Func<TrunkBotDbContext, Task<T>> read)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrunkBotDbContext>());
    }
}
