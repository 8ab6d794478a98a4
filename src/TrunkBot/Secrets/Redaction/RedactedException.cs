namespace TrunkBot.Secrets.Redaction;

/// <summary>Stands in a log for an exception whose text holds a secret; the exception itself is not given on.</summary>
internal sealed class RedactedException(Exception original) : Exception(KnownSecrets.Redact(original.Message))
{
    private readonly string _text = KnownSecrets.Redact(original.ToString());

    public override string ToString() => _text;
}
