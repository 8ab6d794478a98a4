using Microsoft.Extensions.Options;

namespace TrunkBot.VideoSdk;

internal sealed class VideoSdkTokenHandler(VideoSdkToken token, IOptions<VideoSdkOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var value = token.Current().Reveal();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", options.Value.AuthorizationScheme.Length == 0 ? value : $"{options.Value.AuthorizationScheme} {value}");
        return base.SendAsync(request, cancellationToken);
    }
}
