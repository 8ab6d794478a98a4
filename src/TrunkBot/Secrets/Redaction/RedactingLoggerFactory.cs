namespace TrunkBot.Secrets.Redaction;

/// <summary>Stands before every logging provider, so that none of them is ever given a known secret, at any level.</summary>
internal sealed class RedactingLoggerFactory(LoggerFactory inner, ConfiguredSecrets configured) : ILoggerFactory
{
    /// <summary>Held here so that the configuration's secrets are known before the first line is written.</summary>
    public ConfiguredSecrets Configured => configured;

    public ILogger CreateLogger(string categoryName) => new RedactingLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();
}
