namespace TrunkBot.Storage;

/// <summary>A row that two may change at once: the version is a concurrency token, and who saves second has lost the race.</summary>
internal abstract class Versioned
{
    public long Version { get; private set; }

    /// <summary>Every change goes through here, so that no change escapes the check.</summary>
    protected void Touch() => Version++;
}
