using System.Security.Cryptography;

namespace TrunkBot.Secrets.Passwords;

/// <summary>Makes SIP passwords that every carrier takes and that can be read from a screen without mistakes.</summary>
internal static class PasswordGenerator
{
    public const int Length = 24;

    // No 0 O o, 1 l I i, and no sign that a shell, a header or a carrier's form would mistake.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Shortest = 16;

    // In every list of signs that carriers publish.
    private const char Sign = '_';

    /// <summary>A new password with small letters, capitals and digits; 24 characters hold 138 bits.</summary>
    /// <param name="length">Fewer than 24 only where the carrier takes no more.</param>
    /// <param name="withSign">Whether the carrier demands a sign too.</param>
    public static string Generate(int length = Length, bool withSign = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, Shortest);
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Alphabet, length).ToCharArray();
            if (withSign)
                password[RandomNumberGenerator.GetInt32(1, length - 1)] = Sign;
            // Thrown away whole rather than mended: mending would make some places easier to guess.
            if (password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit))
                return new string(password);
        }
    }
}
