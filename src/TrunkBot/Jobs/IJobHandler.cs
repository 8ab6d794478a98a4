namespace TrunkBot.Jobs;

/// <summary>Does one kind of job. What it changes in the context of its scope is saved together with the job's end, if the lease still holds.</summary>
internal interface IJobHandler
{
    /// <summary>The kind, as stored; never rename one that was deployed.</summary>
    string Kind { get; }

    /// <summary>True where the handler decides itself when to give up: such a job is never parked for trying too often.</summary>
    bool Patient => false;

    /// <summary>True where nothing but words is lost when an Admin dismisses a job that does not get done.</summary>
    bool MayBeDismissed => false;

    /// <summary>What it is for, as the end of a sentence: <c>send a message</c>.</summary>
    string Purpose(string payload);

    Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken);
}

/// <summary>How a job ended.</summary>
internal abstract record JobResult
{
    public static JobResult Done { get; } = new JobDone();

    /// <summary>The handler has saved its changes and the job's end itself.</summary>
    public static JobResult Written { get; } = new JobWritten();

    /// <summary>Not now: after the time that the other side named, or with back-off when it named none.</summary>
    public static JobResult Later(string problem, TimeSpan? after = null) => new JobLater(problem, after);

    /// <summary>Done for now, and due again after this time.</summary>
    public static JobResult Again(TimeSpan after) => new JobAgain(after);

    /// <summary>Never: an Admin should know.</summary>
    public static JobResult Park(string problem) => new JobPark(problem);
}

internal sealed record JobDone : JobResult;

internal sealed record JobWritten : JobResult;

internal sealed record JobLater(string Problem, TimeSpan? After) : JobResult;

internal sealed record JobAgain(TimeSpan After) : JobResult;

internal sealed record JobPark(string Problem) : JobResult;
