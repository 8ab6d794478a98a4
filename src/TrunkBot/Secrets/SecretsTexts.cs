namespace TrunkBot.Secrets;

/// <summary>What whoever runs TrunkBot reads about its keys and secrets.</summary>
internal static class SecretsTexts
{
    public const string BadKeepUnknown = "Secrets:KeepUnknown must be between 1 minute and 90 days, for example 7.00:00:00.";

    public static string KeyFolderNotWritable(string problem) => $"The keys of Secrets:KeyFolder can't be written. {problem}";

    public static string NoTemporaryFolder(string problem) => $"TrunkBot needs a temporary folder to make its keys. {problem} Set TMPDIR to another folder.";
}
