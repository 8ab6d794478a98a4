namespace TrunkBot.Secrets;

internal sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>Where the keys are kept; by default <c>keys</c> beside the database file. Lose it and stored passwords are lost.</summary>
    public string KeyFolder { get; set; } = "";

    /// <summary>How long a password is kept while nobody knows whether VideoSDK has made the trunk.</summary>
    public TimeSpan KeepUnknown { get; set; } = TimeSpan.FromDays(7);
}
