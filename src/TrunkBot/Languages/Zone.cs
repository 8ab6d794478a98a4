using System.Globalization;
using System.Text.RegularExpressions;

namespace TrunkBot.Languages;

/// <summary>A time zone that times are said in. Where none is known it is UTC.</summary>
internal sealed partial class Zone
{
    private const int LongestId = 64;

    private static readonly AsyncLocal<Zone?> s_current = new();

    private readonly TimeZoneInfo _times;

    private Zone(TimeZoneInfo times) => _times = times;

    public static Zone Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>The zone of whoever reads what is said now.</summary>
    public static Zone Current => s_current.Value ?? Utc;

    /// <summary>Its IANA name; null for UTC.</summary>
    public string? Id => this == Utc ? null : _times.Id;

    /// <summary>The zone with this IANA name; UTC where the system knows none.</summary>
    // A client can write anything there, and the system opens a file of that name: a path out of its folder is no name.
    public static Zone Of(string? id) =>
        id is { Length: > 0 and <= LongestId } && Name().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var times) ? new(times) : Utc;

    /// <summary>Says times in it until what is returned is disposed of, here and in all that is called from here.</summary>
    public IDisposable Speak()
    {
        var before = s_current.Value;
        s_current.Value = this;
        return new Turn(before);
    }

    /// <summary>A time as people read it, the same in each language, with what the clocks there are ahead of UTC at that time.</summary>
    public string Time(DateTimeOffset at)
    {
        var there = TimeZoneInfo.ConvertTime(at, _times);
        return string.Create(CultureInfo.InvariantCulture, $"{there:yyyy-MM-dd HH:mm} UTC{Ahead(there.Offset)}");
    }

    private static string Ahead(TimeSpan offset)
    {
        var (sign, size) = (offset < TimeSpan.Zero ? '-' : '+', offset.Duration());
        return offset == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $"{sign}{(size.Minutes == 0 ? $"{size:%h}" : $"{size:h\\:mm}")}");
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*\z")]
    private static partial Regex Name();

    private sealed class Turn(Zone? before) : IDisposable
    {
        public void Dispose() => s_current.Value = before;
    }
}
