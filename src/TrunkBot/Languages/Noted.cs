using System.Text.Json.Serialization;

namespace TrunkBot.Languages;

/// <summary>
/// Something that was said once and is read by many: kept so that each of them reads it in their own language and their own zone. As a string it is what
/// whoever is spoken to now reads, so it is put into a sentence like any other value.
/// </summary>
[JsonConverter(typeof(NotedJson))]
internal readonly struct Noted(string kept) : IEquatable<Noted>
{
    private readonly string? _kept = kept;

    /// <summary>As it is stored: see <see cref="Notation"/>. What was stored before there were languages is English, and reads as it stands.</summary>
    public string Kept => _kept ?? "";

    /// <summary>For the audit and the log.</summary>
    public string English => Notation.English(Kept);

    /// <summary>Notes what is said.</summary>
    public static Noted Of(Func<string> said)
    {
        using (Speak())
            return new(said());
    }

    /// <summary>Notes what is said until what is returned is disposed of, here and in all that is called from here.</summary>
    public static IDisposable Speak() => Language.Noting.Speak();

    public static implicit operator Noted(string said) => new(said);

    public static bool operator ==(Noted left, Noted right) => left.Equals(right);

    public static bool operator !=(Noted left, Noted right) => !left.Equals(right);

    public bool Equals(Noted other) => Kept == other.Kept || English == other.English;

    public override bool Equals(object? obj) => obj is Noted other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(English, StringComparison.Ordinal);

    public override string ToString() => Language.IsNoting ? Kept : Notation.Say(Kept, Language.Current);
}
