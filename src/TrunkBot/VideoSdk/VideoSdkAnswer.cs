
namespace TrunkBot.VideoSdk;

/// <summary>
/// What came back, read as far as it could be. The body is null where it broke off or is longer than any answer that we expect; it may hold
/// a password, so it goes no further than this room.
/// </summary>
internal sealed record VideoSdkAnswer(int Status, byte[]? Body, string? RequestId, TimeSpan? RetryAfter)
{
    private const int LongestBody = 64 * 1024;
    private static readonly string[] RequestIdHeaders = ["x-request-id", "request-id", "x-amzn-requestid", "x-amz-request-id"];

    public bool IsSuccess => Status is >= 200 and < 300;

    public static async Task<VideoSdkAnswer> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken) => new(
        (int)response.StatusCode,
        await BodyAsync(response.Content, cancellationToken),
        RequestIdHeaders.SelectMany(header => response.Headers.TryGetValues(header, out var values) ? values : []).FirstOrDefault(),
        Pause(response, clock.GetUtcNow()));

    public override string ToString() => $"{nameof(VideoSdkAnswer)} {Status}";

    private static async Task<byte[]?> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(LongestBody, cancellationToken);
            return await content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status line has arrived and says what it says; a body that did not is read as none.
            return null;
        }
    }

    private static TimeSpan? Pause(HttpResponseMessage response, DateTimeOffset now)
    {
        var pause = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
