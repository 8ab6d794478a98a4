using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrunkBot.Diagnostics;

/// <summary>What the health pages answer: anybody may read it, so it holds our own sentences only, never an exception's.</summary>
internal sealed record HealthAnswer(bool Ready, IReadOnlyDictionary<string, HealthAnswer.Part> Parts)
{
    private const string NoAnswer = "It does not answer.";

    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.Headers.CacheControl = "no-store";
        var answer = new HealthAnswer(
            report.Status != HealthStatus.Unhealthy,
            report.Entries.ToDictionary(entry => entry.Key, entry => Of(entry.Value), StringComparer.Ordinal));
        return http.Response.WriteAsJsonAsync(answer, HealthJsonContext.Default.HealthAnswer);
    }

    private static Part Of(HealthReportEntry entry) => entry.Status switch
    {
        HealthStatus.Healthy => new Part("up", null),
        HealthStatus.Degraded => new Part("missing", entry.Description ?? NoAnswer),
        _ => new Part("down", entry.Exception is null ? entry.Description ?? NoAnswer : NoAnswer),
    };

    internal sealed record Part(string Status, string? Problem);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
