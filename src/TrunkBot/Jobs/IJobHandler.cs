using TrunkBot.Languages;

namespace TrunkBot.Jobs;

/// <summary>Does one kind of job. What it changes in the context of its scope is saved together with the job's end, if the lease still holds.</summary>
/// <typeparam name="TPayload">What work of this kind is about.</typeparam>
internal interface IJobHandler<TPayload> where TPayload : IPayload<TPayload>
{
    /// <param name="payload">What the job is about.</param>
    /// <param name="job">The row: whose it is, how often it was tried, its lease.</param>
    /// <param name="cancellationToken">Asks it to end.</param>
    Task<JobResult> RunAsync(TPayload payload, Job job, CancellationToken cancellationToken);
}

/// <summary>How a job ended.</summary>
internal abstract record JobResult
{
    public static JobResult Done { get; } = new JobDone();

    /// <summary>The handler has saved its changes and the job's end itself.</summary>
    public static JobResult Written { get; } = new JobWritten();

    /// <summary>Not now: after the time that the other side named, or with back-off when it named none.</summary>
    public static JobResult Later(Noted problem, TimeSpan? after = null) => new JobLater(problem, after);

    /// <summary>Done for now, and due again after this time.</summary>
    public static JobResult Again(TimeSpan after) => new JobAgain(after);

    /// <summary>Never: an Admin should know.</summary>
    public static JobResult Park(Noted problem) => new JobPark(problem);
}

internal sealed record JobDone : JobResult;

internal sealed record JobWritten : JobResult;

internal sealed record JobLater(Noted Problem, TimeSpan? After) : JobResult;

internal sealed record JobAgain(TimeSpan After) : JobResult;

internal sealed record JobPark(Noted Problem) : JobResult;
