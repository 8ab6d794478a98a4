using System.Globalization;

namespace TrunkBot.Trunks.Requests;

/// <summary>The public id of a request, <c>TR-7</c>; read in any case.</summary>
internal readonly record struct RequestId(long Number)
{
    public static RequestId? Parse(string? text) =>
        text is { Length: > 3 and <= 22 }
        && text.StartsWith("TR-", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new RequestId(number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"TR-{Number}");
}
