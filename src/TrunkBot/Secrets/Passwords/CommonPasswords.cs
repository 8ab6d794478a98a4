namespace TrunkBot.Secrets.Passwords;

/// <summary>The passwords that a guesser tries first: common words and runs, bare or with a few characters around.</summary>
internal static class CommonPasswords
{
    private const int MostAround = 5;

    private static readonly string[] Words =
    [
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "passwort", "contrasena", "motdepasse", "changeme", "changeit",
        "letmein", "welcome", "iloveyou", "administrator", "admin", "master", "secret", "default", "temporary", "testtest",
        "qwerty", "qwertyuiop", "qwertz", "azerty", "asdfghjkl", "zxcvbnm", "1q2w3e4r", "1qaz2wsx", "q1w2e3r4", "abcdef",
        "abcdefgh", "abc123", "asterisk", "freepbx", "freeswitch", "elastix", "siptrunk", "trunk", "telecom", "telephone",
        "voip", "sipuser", "extension", "pbx", "twilio", "telnyx", "videosdk", "football", "baseball", "dragon", "monkey",
        "sunshine", "princess", "superman", "trustno1", "whatever", "computer", "internet", "correcthorsebatterystaple",
    ];

    private const string Runs = "0123456789012345678901234567890 9876543210987654321098765432109 11111111111111111111 00000000000000000000";

    public static bool Contain(ReadOnlySpan<char> password) =>
        Runs.AsSpan().Contains(password, StringComparison.Ordinal) || IsDressedUp(password);

    // “Password2024!” is “password” to every guessing program.
    private static bool IsDressedUp(ReadOnlySpan<char> password)
    {
        foreach (var word in Words)
        {
            if (password.Length - word.Length is >= 0 and <= MostAround
                && password.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && !HasLetter(password[..at]) && !HasLetter(password[(at + word.Length)..]))
                return true;
        }

        return false;
    }

    private static bool HasLetter(ReadOnlySpan<char> around)
    {
        foreach (var character in around)
        {
            if (char.IsLetter(character))
                return true;
        }

        return false;
    }
}
