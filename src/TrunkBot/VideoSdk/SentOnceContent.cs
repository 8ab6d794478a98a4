using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace TrunkBot.VideoSdk;

/// <summary>
/// A body that leaves once. Whatever the layers below believe about repeating a request, a second sending fails here; and as long as the
/// first has not begun, no POST can have been received, since a request without its body is none.
/// </summary>
internal sealed class SentOnceContent : HttpContent
{
    private readonly byte[] _body;
    private int _sendings;

    public SentOnceContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool HasBegun => Volatile.Read(ref _sendings) > 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sendings) > 1)
            throw new IOException("This request was sent before and is not sent again.");
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        // It holds a password.
        CryptographicOperations.ZeroMemory(_body);
        base.Dispose(disposing);
    }
}
