using TrunkBot.Jobs;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>One sending of a create, and who did it. Its mark in the request tells it from every other sending of the same request.</summary>
/// <param name="Number">The request.</param>
/// <param name="SentAt">The mark: when the create was about to leave.</param>
/// <param name="JobId">The work that it was.</param>
/// <param name="Worker">Whose lease it was done under.</param>
/// <param name="Tries">How often that work was begun.</param>
internal sealed record Attempt(long Number, DateTimeOffset SentAt, Guid JobId, string? Worker, int Tries)
{
    public static Attempt Of(TrunkRequest request, Job job) => new(request.Number, request.SentAt!.Value, job.Id, job.LeasedBy, job.Attempts);

    /// <summary>Whether the request has been sent by nobody else since, and is not settled.</summary>
    public bool IsLastOf(TrunkRequest request) =>
        request.State is RequestState.Provisioning or RequestState.OutcomeUnknown && IsMarkOf(request);

    /// <summary>Stored times have milliseconds.</summary>
    public bool IsMarkOf(TrunkRequest request) => request.SentAt?.ToUnixTimeMilliseconds() == SentAt.ToUnixTimeMilliseconds();

    public bool Holds(Job? job) => job is { State: JobState.Waiting } && job.LeasedBy == Worker;
}
