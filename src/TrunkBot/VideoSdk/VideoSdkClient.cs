using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;
using TrunkBot.Diagnostics;
using TrunkBot.Languages;
using TrunkBot.Secrets;

namespace TrunkBot.VideoSdk;

/// <summary>
/// What TrunkBot does at VideoSDK, one method each. VideoSDK has no idempotency key and no list, so a create leaves this machine at most once
/// a call, and whatever cannot be told for certain afterwards is <see cref="Unknown"/>.
/// </summary>
internal sealed class VideoSdkClient(
    IHttpClientFactory clients, IOptions<VideoSdkOptions> options, VideoSdkMeasures measures, TimeProvider clock, ILogger<VideoSdkClient> log)
{
    // Shaped like an id, and of no trunk.
    private const string NoTrunk = "trunkbot-asks-whether-you-answer";
    private static readonly TimeSpan s_briefly = TimeSpan.FromSeconds(5);

    public const string OnceClient = "VideoSdk.Once", RepeatableClient = "VideoSdk.Repeatable";
    private const string TrunksPath = "v2/sip-trunk";

    /// <summary>After so long without an answer nobody waits for it.</summary>
    public TimeSpan AnswersWithin => options.Value.Timeout;

    private string Host => Root.Host;

    private Uri Root => new(options.Value.BaseUrl.TrimEnd('/') + '/');

    /// <summary>Creates a trunk. Cancelling stops it only before anything is sent; from then on the answer is waited for, since it cannot be had again.</summary>
    /// <param name="spec">What to create.</param>
    /// <param name="password">Its password.</param>
    /// <param name="mayLeave">Asked when the connection is there and nothing has left yet; if not, nothing is sent.</param>
    /// <param name="cancellationToken">Stops it before anything is sent.</param>
    public async Task<CreateOutcome> CreateAsync(SipTrunkSpec spec, Secret password, Func<Task<bool>> mayLeave, CancellationToken cancellationToken)
    {
        using var body = new SentOnceContent(SipTrunkJson.Write(spec, password), mayLeave);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Root, TrunksPath))
        {
            Content = body,
            // HTTP/2 has ways of its own to repeat a request.
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { ConnectionClose = true },
        };
        using var patience = new Patience(options.Value.Timeout, clock);
        using var stop = cancellationToken.UnsafeRegister(_ => StopBeforeSending(body, patience), null);
        var began = clock.GetTimestamp();
        using var span = Tracing.StartLinked("VideoSDK create", ActivityKind.Client);
        var outcome = await SendOnceAsync(request, body, patience.Token);
        // Known until the answer is read, which may repeat it.
        GC.KeepAlive(password);
        measures.CreateEnded(began, outcome);
        span?.SetTag("trunkbot.outcome", VideoSdkMeasures.NameOf(outcome));
        log.CreateEnded(outcome.GetType().Name, Describe(outcome));
        return outcome;
    }

    /// <param name="trunkId">As VideoSDK gave it out, or as somebody typed it.</param>
    /// <param name="password">To be compared with what VideoSDK holds; may be null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ReadOutcome> GetAsync(string trunkId, Secret? password, CancellationToken cancellationToken) =>
        RepeatableAsync("read", trunkId, id => new HttpRequestMessage(HttpMethod.Get, id), password, cancellationToken);

    /// <summary>Puts every member of a trunk at once, its password included; may be repeated.</summary>
    public Task<ReadOutcome> ReplaceAsync(string trunkId, SipTrunkSpec spec, Secret password, CancellationToken cancellationToken) =>
        RepeatableAsync(
            "replace",
            trunkId,
            id => new HttpRequestMessage(HttpMethod.Put, id)
            {
                Content = new ByteArrayContent(SipTrunkJson.Write(spec, password)) { Headers = { ContentType = new("application/json") } },
            },
            password,
            cancellationToken);

    /// <summary>What is wrong with VideoSDK now, as a sentence for people; null when it answers and accepts TrunkBot's key.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken) => (await LookAsync(cancellationToken)).Problem;

    /// <summary>The same, and whether VideoSDK has refused TrunkBot itself.</summary>
    public async Task<VideoSdkStanding> LookAsync(CancellationToken cancellationToken)
    {
        using var brief = new CancellationTokenSource(s_briefly, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(brief.Token, cancellationToken);
        try
        {
            return await RepeatableAsync("status", NoTrunk, id => new HttpRequestMessage(HttpMethod.Get, id), null, either.Token) switch
            {
                Failed { Problem: { Status: 401 or 402 or 403 } refusal } => new(VideoSdkTexts.Fault(refusal.Status), new(refusal.Status)),
                Failed { Reason: var reason } => new(reason, null),
                _ => new(null, null),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(VideoSdkTexts.Silent(Host), null);
        }
    }

    private static void StopBeforeSending(SentOnceContent body, Patience patience)
    {
        if (!body.HasBegun)
            patience.End();
    }

    private static string? Describe(CreateOutcome outcome) => outcome switch
    {
        NothingSent nothing => nothing.Reason.English,
        RefusedForNow refused => refused.Problem.Statement,
        RefusedForGood refused => refused.Problem.Statement,
        RefusedUntilMended refused => $"{refused.Problem.Statement} {refused.Problem.ForOperators}",
        Unknown unknown => unknown.Reason.English,
        _ => null,
    };

    private async Task<CreateOutcome> SendOnceAsync(HttpRequestMessage request, SentOnceContent body, CancellationToken cancellationToken)
    {
        using var noting = Noted.Speak();
        try
        {
            using var response = await clients.CreateClient(OnceClient)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return CreateAnswer.Read(await VideoSdkAnswer.ReadAsync(response, clock, cancellationToken));
        }
        catch (Exception) when (body.IsHeldBack)
        {
            return new NothingSent(VideoSdkTexts.HeldUp);
        }
        // Whatever went wrong after the body began to leave, VideoSDK may have it.
        catch (Exception) when (body.HasBegun)
        {
            return new Unknown(cancellationToken.IsCancellationRequested
                ? VideoSdkTexts.NoAnswerInTime
                : VideoSdkTexts.BrokeOff);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException)
        {
            return new NothingSent(NoConnection.Reason(Host, broken));
        }
    }

    private async Task<ReadOutcome> RepeatableAsync(
        string operation, string trunkId, Func<Uri, HttpRequestMessage> make, Secret? password, CancellationToken cancellationToken)
    {
        if (!SipTrunkJson.IsTrunkId(trunkId))
            return new NotFound();
        var began = clock.GetTimestamp();
        using var span = Tracing.StartLinked("VideoSDK call", ActivityKind.Client);
        span?.SetTag("trunkbot.operation", operation);
        var outcome = await SendAsync(trunkId, make, password, cancellationToken);
        measures.CallEnded(began, operation, outcome);
        span?.SetTag("trunkbot.outcome", VideoSdkMeasures.NameOf(outcome));
        return outcome;
    }

    private async Task<ReadOutcome> SendAsync(string trunkId, Func<Uri, HttpRequestMessage> make, Secret? password, CancellationToken cancellationToken)
    {
        using var request = make(new Uri(Root, $"{TrunksPath}/{Uri.EscapeDataString(trunkId)}"));
        using var patience = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await clients.CreateClient(RepeatableClient)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Read(await VideoSdkAnswer.ReadAsync(response, clock, either.Token), password);
        }
        catch (Exception broken) when (broken is HttpRequestException || patience.IsCancellationRequested)
        {
            return new Failed(NoConnection.Reason(Host, broken));
        }
    }

    private ReadOutcome Read(VideoSdkAnswer answer, Secret? password)
    {
        if (answer.Status == (int)HttpStatusCode.NotFound)
            return new NotFound();
        if (answer.IsSuccess)
            return SipTrunkJson.Read(answer.Body, password) is { } read
                ? new Found(read.Trunk, read.PasswordMatches)
                : new Failed(VideoSdkTexts.NoTrunkIn(Host));
        var problem = VideoSdkProblem.Of(answer);
        return new Failed(problem.Statement, problem);
    }
}
