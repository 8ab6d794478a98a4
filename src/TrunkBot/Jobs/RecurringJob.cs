namespace TrunkBot.Jobs;

/// <summary>Work that exists once for all processes and comes back by itself.</summary>
/// <param name="Id">The same for ever.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Payload">As stored; it is the same every time.</param>
internal sealed record RecurringJob(Guid Id, string Kind, string Payload);
