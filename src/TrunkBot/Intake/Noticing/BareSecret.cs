namespace TrunkBot.Intake.Noticing;

/// <summary>A word that nobody would type but as a password: letters of both cases and digits or signs in one.</summary>
internal static class BareSecret
{
    private static readonly System.Buffers.SearchValues<char> s_signs = System.Buffers.SearchValues.Create("!$%&*?#^~@+=");

    private const int Shortest = 8, Longest = 128, LongestWord = 512;

    /// <summary>Whether the whole message is one such word.</summary>
    public static bool Is(string text) => text.AsSpan().Trim() is { Length: >= Shortest and <= Longest } word
        && !word.ContainsAny(" \t\n") && !IsAddress(word) && IsMixed(word) && (HasSign(word) || HasDigitInside(word));

    /// <summary>After a label that also stands in ordinary sentences: a digit or a sign, or both cases within a word.</summary>
    public static bool IsLikely(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd(".,;:!?)");
        if (word.Length < 4 || IsRequest(word))
            return false;
        if (word.Length > LongestWord)
            return true;
        var (digit, letter, upperInside) = (false, false, false);
        for (var i = 0; i < word.Length; i++)
        {
            digit |= char.IsDigit(word[i]);
            letter |= char.IsLetter(word[i]);
            upperInside |= i > 0 && char.IsUpper(word[i]) && char.IsLower(word[i - 1]);
        }

        return (digit && (letter || word.Length >= 4)) || upperInside || HasSign(word);
    }

    private static bool IsRequest(ReadOnlySpan<char> word) =>
        word.StartsWith("TR", StringComparison.OrdinalIgnoreCase) && word[2..].TrimStart('-') is { IsEmpty: false } number && !number.ContainsAnyExceptInRange('0', '9');

    private static bool IsMixed(ReadOnlySpan<char> word)
    {
        var (upper, lower, digit) = (false, false, false);
        foreach (var character in word)
        {
            upper |= char.IsUpper(character);
            lower |= char.IsLower(character);
            digit |= char.IsDigit(character);
        }

        return upper && lower && digit;
    }

    private static bool HasSign(ReadOnlySpan<char> word) => word.ContainsAny(s_signs);

    private static bool HasDigitInside(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsDigit(word[i - 1]) && char.IsLetter(word[i]) && !char.IsDigit(word[0]))
                return true;
        }

        return false;
    }

    private static bool IsAddress(ReadOnlySpan<char> word) => word.Contains("://", StringComparison.Ordinal)
        || word.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || (word.Contains('.') && word.Contains('@'))
        || Uri.CheckHostName(word.ToString()) is UriHostNameType.Dns && word.Contains('.');
}
