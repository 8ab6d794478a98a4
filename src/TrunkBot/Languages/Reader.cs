using TrunkBot.Protocol.Schema;

namespace TrunkBot.Languages;

/// <summary>Whoever reads what is said: in their language, with the times of their zone.</summary>
internal sealed record Reader(Language Language, Zone Zone)
{
    /// <summary>Nothing is known of them, or it is the audit.</summary>
    public static Reader Unknown { get; } = new(Language.English, Zone.Utc);

    /// <summary>Whoever is answered. In a room, where others read too, times are in UTC.</summary>
    public static Reader Of(Activity activity) => Of(activity.Locale, activity.GetTimezoneOfReader());

    /// <summary>Whoever reads what is said later.</summary>
    public static Reader Of(ConversationReference reference) => Of(reference.Locale, reference.LocalTimezone);

    /// <summary>Speaks to them until what is returned is disposed of, here and in all that is called from here.</summary>
    public IDisposable Speak() => new Turn(Language.Speak(), Zone.Speak());

    /// <summary>What is said for them, whatever is spoken around it.</summary>
    public T Say<T>(Func<T> said)
    {
        using (Speak())
            return said();
    }

    private static Reader Of(string? locale, string? zone) => new(Language.Of(locale), Zone.Of(zone));

    private sealed class Turn(IDisposable language, IDisposable zone) : IDisposable
    {
        public void Dispose()
        {
            zone.Dispose();
            language.Dispose();
        }
    }
}
