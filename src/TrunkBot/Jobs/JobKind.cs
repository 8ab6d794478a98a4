namespace TrunkBot.Jobs;

/// <summary>One kind of stored work that this program knows: what can be told of it without making its handler, and who does it.</summary>
/// <param name="Payload">What work of the kind is about.</param>
/// <param name="Name">As stored.</param>
/// <param name="Patient">Whether the handler decides itself when to give up.</param>
/// <param name="MayBeDismissed">Whether nothing but words is lost without it.</param>
internal abstract record JobKind(Type Payload, string Name, bool Patient, bool MayBeDismissed)
{
    /// <summary>What a piece of it is for; null where nobody can read what is stored.</summary>
    public abstract string? PurposeOf(string stored);

    /// <summary>Has the kind's handler do it; no other handler is made for that.</summary>
    public abstract Task<JobResult> RunAsync(IServiceProvider scope, Job job, CancellationToken cancellationToken);
}

/// <summary>The kind of this payload.</summary>
internal sealed record JobKind<TPayload>() : JobKind(typeof(TPayload), TPayload.Kind, TPayload.Patient, TPayload.MayBeDismissed)
    where TPayload : class, IPayload<TPayload>
{
    public override string? PurposeOf(string stored) => Read(stored)?.Purpose;

    public override Task<JobResult> RunAsync(IServiceProvider scope, Job job, CancellationToken cancellationToken) => Read(job.Payload) is { } payload
        ? scope.GetRequiredService<IJobHandler<TPayload>>().RunAsync(payload, job, cancellationToken)
        : Task.FromResult(JobResult.Park(JobTexts.Unreadable));

    // A row that was damaged: trying again does not mend it, and a list with it in it is still to be shown.
    private static TPayload? Read(string stored)
    {
        try
        {
            return TPayload.Read(stored);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
