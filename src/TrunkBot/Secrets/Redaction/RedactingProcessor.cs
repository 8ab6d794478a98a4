using OpenTelemetry;
using Span = System.Diagnostics.Activity;

namespace TrunkBot.Secrets.Redaction;

/// <summary>Takes known secrets out of a span before it is exported.</summary>
internal sealed class RedactingProcessor : BaseProcessor<Span>
{
    public override void OnEnd(Span data)
    {
        data.DisplayName = KnownSecrets.Redact(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.Where(tag => KnownSecrets.OccurIn(tag.Value?.ToString())).ToArray())
            data.SetTag(name, KnownSecrets.Redact(value!.ToString()!));
        if (KnownSecrets.OccurIn(data.StatusDescription))
            data.SetStatus(data.Status, KnownSecrets.Redact(data.StatusDescription!));
    }
}
