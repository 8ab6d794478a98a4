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
    private readonly Func<Task<bool>> _mayLeave;
    private int _sendings;

    /// <param name="body">What is sent.</param>
    /// <param name="mayLeave">Asked at the last moment, with the connection open and nothing sent.</param>
    public SentOnceContent(byte[] body, Func<Task<bool>> mayLeave)
    {
        (_body, _mayLeave) = (body, mayLeave);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool HasBegun => Volatile.Read(ref _sendings) > 0;

    /// <summary>True where it was not let go, or nobody could say whether it may.</summary>
    public bool IsHeldBack { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (!HasBegun)
        {
            IsHeldBack = true;
            IsHeldBack = !await _mayLeave();
            if (IsHeldBack)
                throw new IOException("This request is not let go.");
        }

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
