using Microsoft.Extensions.Options;

namespace TrunkBot.Access.SignIn;

/// <summary>One sentence for each thing that is wrong with how people sign in.</summary>
internal sealed class SignInRules(IConfiguration configuration) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        string[] problems = [.. options.IsOn ? Problems(options) : []];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(SignInOptions options)
    {
        if (string.IsNullOrEmpty(configuration["MicrosoftAppId"]))
            yield return $"{SignInOptions.Connection} works only with MicrosoftAppId. Set it, or leave the connection's name empty.";
        if (!Uri.TryCreate(options.Resource, UriKind.Absolute, out _))
            yield return $"{SignInOptions.Section}:Resource isn't an address. Copy the Application ID URI of the bot's Entra app, like api://botid-<app id>.";
    }
}
