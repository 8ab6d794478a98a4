namespace TrunkBot;

/// <summary>The form that a number asks for, as whole sentences: in another language the same number can ask for another form, or for one of more.</summary>
internal static class Plural
{
    /// <param name="count">The number that the sentence is about.</param>
    /// <param name="one">What is said for exactly one.</param>
    /// <param name="other">What is said for none and for many.</param>
    public static string Of(long count, string one, string other) => count == 1 ? one : other;
}
