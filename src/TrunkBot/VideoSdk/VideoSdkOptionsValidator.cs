using System.Text;
using Microsoft.Extensions.Options;

namespace TrunkBot.VideoSdk;

/// <summary>One sentence for each thing that is wrong, all at once.</summary>
internal sealed class VideoSdkOptionsValidator : IValidateOptions<VideoSdkOptions>
{
    // What HS256 asks for, and Microsoft.IdentityModel with it.
    private const int ShortestSecret = 32;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1), LongestTimeout = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, VideoSdkOptions options)
    {
        string[] problems = [.. ProblemsOf(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(VideoSdkOptions options)
    {
        if (!IsAddress(options.BaseUrl))
            yield return "VideoSdk:BaseUrl must be an https address like https://api.videosdk.live (http is accepted for this machine only).";
        if (string.IsNullOrWhiteSpace(options.ApiKey?.Reveal()))
            yield return "VideoSdk:ApiKey is missing: copy the API key from VideoSDK's dashboard.";
        if (options.Secret is not { } secret || string.IsNullOrWhiteSpace(secret.Reveal()))
            yield return "VideoSdk:Secret is missing: copy the secret from VideoSDK's dashboard.";
        else if (Encoding.UTF8.GetByteCount(secret.Reveal()) is var length && length < ShortestSecret)
            yield return $"VideoSdk:Secret is too short to sign tokens: its length in bytes is {length}, and at least {ShortestSecret} is needed. Check that all of it was copied.";
        if (options.AuthorizationScheme is not ("" or "Bearer"))
            yield return "VideoSdk:AuthorizationScheme must be empty or Bearer.";
        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
            yield return "VideoSdk:Timeout must be between one second and five minutes, for example 00:00:30.";
    }

    private static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { Query: "", Fragment: "", UserInfo: "" };
}
