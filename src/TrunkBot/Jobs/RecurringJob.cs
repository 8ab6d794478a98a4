namespace TrunkBot.Jobs;

/// <summary>Work that exists once for all processes and comes back by itself.</summary>
/// <param name="Id">The same for ever.</param>
/// <param name="Kind">Its handler's kind.</param>
internal sealed record RecurringJob(Guid Id, string Kind);
