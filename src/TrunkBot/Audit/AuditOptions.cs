using System.ComponentModel.DataAnnotations;

namespace TrunkBot.Audit;

/// <summary>Section <c>Audit</c>: who did what.</summary>
internal sealed class AuditOptions
{
    /// <summary>How long the entries of a finished request are kept after the last one. 30 days to 100 years, default 7 years.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00", ErrorMessage = "Audit:KeepFor must be between 30 days and 100 years, for example 2555.00:00:00.")]
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(2555);
}
