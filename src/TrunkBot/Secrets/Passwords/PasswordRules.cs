using System.Buffers;
using System.Text;

namespace TrunkBot.Secrets.Passwords;

/// <summary>
/// How good a SIP password is. Whoever guesses it makes calls on the company's bill, and one captured call is enough
/// to try billions of guesses at home. But it was set at the carrier, and refusing it here does not change it there:
/// weakness is a warning, which the approver sees too. Refused is what cannot be sent or what no carrier issues.
/// </summary>
internal static class PasswordRules
{
    private const int Recommended = 12;
    private const int Longest = 255;
    private const int LengthThatNeedsNoClasses = 20;
    private const int FewestDifferent = 5;
    private const int ShortestTelling = 4;

    private static readonly SearchValues<char> Lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> Others = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x5F).Select(code => (char)code).Where(character => !char.IsAsciiLetterOrDigit(character))]);

    /// <summary>As far as carriers' limits ask.</summary>
    public static PasswordForm FormOf(Secret password)
    {
        var value = password.Reveal();
        return new PasswordForm(value.Length, !value.All(char.IsLetterOrDigit));
    }

    /// <inheritdoc cref="Judge(ReadOnlySpan{char}, int, string?, IReadOnlyList{string})" />
    public static IReadOnlyList<PasswordFlaw> Judge(Secret password, int shortest, string? username, IReadOnlyList<string> related) =>
        Judge(password.Reveal(), shortest, username, related);

    /// <summary>All flaws at once; none means a good password.</summary>
    /// <param name="password">The password; it is neither copied nor kept.</param>
    /// <param name="shortest">Below this many characters it is refused.</param>
    /// <param name="username">The name it goes with.</param>
    /// <param name="related">What a guesser would try first: the trunk's name, host and numbers.</param>
    public static IReadOnlyList<PasswordFlaw> Judge(
        ReadOnlySpan<char> password, int shortest, string? username, IReadOnlyList<string> related)
    {
        if (password.IsEmpty)
            return [PasswordTexts.Missing];
        if (!IsSendable(password))
            return [PasswordTexts.ControlCharacter];
        if (Impossible(password, shortest, username) is { } refused)
            return [refused];

        var flaws = new List<PasswordFlaw>();
        AddFormFlaws(flaws, password);
        AddStrengthFlaws(flaws, password, [username ?? "", .. related]);
        return flaws;
    }

    private static PasswordFlaw? Impossible(ReadOnlySpan<char> password, int shortest, string? username)
    {
        if (password.Length < shortest)
            return PasswordTexts.Short(shortest);
        if (password.Length > Longest)
            return PasswordTexts.Long(Longest);
        if (!string.IsNullOrEmpty(username) && password.Equals(username, StringComparison.OrdinalIgnoreCase))
            return PasswordTexts.IsTheUsername;
        return null;
    }

    private static void AddFormFlaws(List<PasswordFlaw> flaws, ReadOnlySpan<char> password)
    {
        if (char.IsWhiteSpace(password[0]) || char.IsWhiteSpace(password[^1]))
            flaws.Add(PasswordTexts.SpaceAround);
        if (!Ascii.IsValid(password))
            flaws.Add(PasswordTexts.NotAscii);
    }

    private static void AddStrengthFlaws(
        List<PasswordFlaw> flaws, ReadOnlySpan<char> password, IReadOnlyList<string> related)
    {
        if (CommonPasswords.Contain(password))
            flaws.Add(PasswordTexts.Common);
        else if (password.Length < Recommended)
            flaws.Add(PasswordTexts.ShorterThanRecommended(Recommended));
        // A long random one is strong in any alphabet; carriers issue such ones in hexadecimal.
        else if (password.Length < LengthThatNeedsNoClasses && Classes(password) < 3)
            flaws.Add(PasswordTexts.FewClasses);
        if (HasFewDifferent(password))
            flaws.Add(PasswordTexts.FewDifferent);
        foreach (var part in related)
        {
            if (part.Length < ShortestTelling || !password.Contains(part, StringComparison.OrdinalIgnoreCase))
                continue;
            flaws.Add(PasswordTexts.HasTrunksValues);
            break;
        }
    }

    // Half of a surrogate pair has no encoding, so no two sides would hash it alike.
    private static bool IsSendable(ReadOnlySpan<char> password)
    {
        while (!password.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(password, out var rune, out var length) is not OperationStatus.Done
                || Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                return false;
            password = password[length..];
        }

        return true;
    }

    private static int Classes(ReadOnlySpan<char> password) =>
        (password.ContainsAny(Lower) ? 1 : 0) + (password.ContainsAny(Upper) ? 1 : 0)
        + (password.ContainsAny(Digits) ? 1 : 0)
        + (password.ContainsAny(Others) || !Ascii.IsValid(password) ? 1 : 0);

    private static bool HasFewDifferent(ReadOnlySpan<char> password)
    {
        var different = 0;
        for (var at = 0; at < password.Length && different < FewestDifferent; at++)
        {
            if (!password[..at].Contains(password[at]))
                different++;
        }

        return different < FewestDifferent;
    }
}

/// <summary>What carriers limit of a password.</summary>
internal readonly record struct PasswordForm(int Length, bool HasSign);
