using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets;

internal sealed class SecretsOptionsValidator : IValidateOptions<SecretsOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1), Longest = TimeSpan.FromDays(90);

    public ValidateOptionsResult Validate(string? name, SecretsOptions options) =>
        options.KeepUnknown < Shortest || options.KeepUnknown > Longest
            ? ValidateOptionsResult.Fail("Secrets:KeepUnknown must be between one minute and 90 days, for example 7.00:00:00.")
            : ValidateOptionsResult.Success;
}
