using Microsoft.Extensions.Options;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Secrets;

internal sealed class SecretsOptionsValidator(IConfiguration configuration) : IValidateOptions<SecretsOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromDays(90);

    public ValidateOptionsResult Validate(string? name, SecretsOptions options) =>
        ProblemsOf(options).ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    private IEnumerable<string> ProblemsOf(SecretsOptions options)
    {
        if (options.KeepUnknown < Shortest || options.KeepUnknown > Longest)
            yield return SecretsTexts.BadKeepUnknown;
        if (configuration["Storage:BackEnd"] == "Postgres")
            yield break;
        // Beside the database it is looked at with the database.
        if (configuration["Secrets:KeyFolder"] is { Length: > 0 } && WritableFolder.ProblemOfFolder(options.KeyFolder) is { } keys)
            yield return SecretsTexts.KeyFolderNotWritable(keys);
        // A key is written there first, by the library that makes it.
        if (WritableFolder.ProblemOfFolder(Path.GetTempPath()) is { } temporary)
            yield return SecretsTexts.NoTemporaryFolder(temporary);
    }
}
