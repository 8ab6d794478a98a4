using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets.OneTimePage;

internal sealed class OneTimePageOptionsValidator : IValidateOptions<OneTimePageOptions>
{
    public ValidateOptionsResult Validate(string? name, OneTimePageOptions options) =>
        !options.IsOn || IsAddress(options.PublicUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "PublicUrl must be an https address such as https://trunkbot.example.com (http is accepted for this machine only). Empty, there is no one-time page.");

    private static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { Query: "", Fragment: "", UserInfo: "" };
}
