using Microsoft.Extensions.Options;

namespace TrunkBot.Secrets.OneTimePage;

internal sealed class OneTimePageOptionsValidator : IValidateOptions<OneTimePageOptions>
{
    public ValidateOptionsResult Validate(string? name, OneTimePageOptions options) =>
        !options.IsOn || IsAddress(options.PublicUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "PublicUrl must be an https address like https://trunkbot.example.com (http works for this machine only). Leave it empty to switch the one-time page off.");

    private static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { Query: "", Fragment: "", UserInfo: "" };
}
