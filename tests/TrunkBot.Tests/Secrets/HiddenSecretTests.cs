using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using TrunkBot.Secrets;
using TrunkBot.Secrets.Redaction;

namespace TrunkBot.Tests.Secrets;

/// <summary>However somebody else writes one of our secrets, it is found; and an honest text is not taken for one.</summary>
public sealed class HiddenSecretTests : IDisposable
{
    private const string Password = "Zq7Canary-Horse-42";

    private readonly Secret _password = new(Password), _signs = new("#?!zü-§$%&/()="), _account = new("bm9uc2Vuc2U0Mg");

    public static TheoryData<string, string> Spellings
    {
        get
        {
            var bytes = Encoding.UTF8.GetBytes(Password);
            var all = new TheoryData<string, string>
            {
                { "as it is", Password },
                { "in upper case", Password.ToUpperInvariant() },
                { "in lower case", Password.ToLowerInvariant() },
                { "backwards", new([.. Password.Reverse()]) },
                { "in wide letters", string.Concat(Password.Select(letter => (char)(letter - '!' + '！'))) },
                { "turned by 13", string.Concat(Password.Select(Turned)) },
                { "as a user's login", Convert.ToBase64String(Encoding.UTF8.GetBytes($"acme:{Password}")) },
                { "in UTF-16 and base 64", Convert.ToBase64String(Encoding.Unicode.GetBytes(Password)) },
                { "in base 64 for addresses", Convert.ToBase64String([0xFB, .. bytes]).Replace('+', '-').Replace('/', '_').TrimEnd('=') },
                { "in base 64 twice", Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(bytes))) },
                { "in base 64, in lines", string.Join("\r\n", Convert.ToBase64String(bytes).Chunk(6).Select(part => new string(part))) },
                { "in base 64, in groups", string.Join('.', Convert.ToBase64String(bytes).Chunk(4).Select(part => new string(part))) },
                { "in base 32", "LJYTOQ3BNZQXE6JNJBXXE43FFU2DE===" },
                { "in hexadecimal", Convert.ToHexString(bytes) },
                { "in small hexadecimal, after a digit", "7" + Convert.ToHexStringLower(bytes) },
                { "in hexadecimal with colons", string.Join(':', bytes.Select(one => one.ToString("x2", CultureInfo.InvariantCulture))) },
                { "as a list of bytes", string.Join(", ", bytes.Select(one => $"0x{one:X2}")) },
                { "as a list of numbers", $"[{string.Join(',', bytes)}]" },
                { "in bits", string.Join(' ', bytes.Select(one => one.ToString("b8", CultureInfo.InvariantCulture))) },
                { "for an address", Uri.EscapeDataString(Password) },
                { "for an address, every letter", string.Concat(bytes.Select(one => $"%{one:x2}")) },
                { "for an address, twice", string.Concat(bytes.Select(one => $"%25{one:X2}")) },
                { "in a mail", string.Concat(bytes.Select(one => $"={one:X2}")) },
                { "in a page", WebUtility.HtmlEncode(Password) },
                { "in a page, every letter", string.Concat(Password.Select(letter => $"&#{(int)letter};")) },
                { "in a page, in hexadecimal", string.Concat(Password.Select(letter => $"&#x{(int)letter:X};")) },
                { "in JSON, every letter", string.Concat(Password.Select(letter => $"\\u{(int)letter:x4}")) },
                { "in JSON, every second letter", string.Concat(Password.Select((letter, at) => at % 2 == 0 ? letter.ToString() : $"\\u{(int)letter:x4}")) },
                { "in JSON in JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(new { auth = new { password = string.Concat(Password.Select(letter => $"\\u{(int)letter:x4}")) } })) },
                { "in a program", string.Concat(bytes.Select(one => $"\\x{one:x2}")) },
                { "in octal", string.Concat(bytes.Select(one => $"\\{Convert.ToString(one, 8).PadLeft(3, '0')}")) },
                { "as code points", string.Join(' ', Password.Select(letter => $"U+{(int)letter:X4}")) },
            };
            foreach (var between in (string[])["\u200b", "\u00ad", "\u2060", " ", "-", "\n", "\r\n", ".", "\u202e", ", "])
                all.Add($"with U+{(int)between[0]:X4} between its letters", string.Join(between, Password.ToCharArray()));
            for (var before = 0; before < 4; before++)
                all.Add($"in base 64 after {before} letters", Convert.ToBase64String(Encoding.UTF8.GetBytes("xxxx"[..before] + Password + "yy")).TrimEnd('='));
            return all;
        }
    }

    [Theory, MemberData(nameof(Spellings))]
    public void A_secret_is_found_however_it_is_written(string how, string spelling)
    {
        Assert.True(HiddenSecrets.OccurIn(spelling), $"Not found {how}: {spelling}");
        Assert.True(HiddenSecrets.OccurIn($"Invalid credentials: {spelling}. Please check (code E7)."), $"Not found {how} within a sentence: {spelling}");
    }

    [Fact]
    public void So_is_one_that_is_made_of_signs()
    {
        Assert.True(HiddenSecrets.OccurIn("#?!ZÜ-§$%&/()="));
        Assert.True(HiddenSecrets.OccurIn(Convert.ToBase64String(Encoding.UTF8.GetBytes("#?!zü-§$%&/()="))));
        Assert.True(HiddenSecrets.OccurIn(Convert.ToHexString(Encoding.UTF8.GetBytes("bm9uc2Vuc2U0Mg"))));
    }

    // .NET refuses to normalise U+FFFE, which is no character, and halves of a surrogate pair.
    [Theory]
    [InlineData('\uFFFE')]
    [InlineData('\uFFFF')]
    [InlineData('\uFDD0')]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    public void What_is_no_character_hinders_nobody_from_looking(char odd)
    {
        var secret = new Secret($"odd{odd}one-canary-77");
        Assert.True(HiddenSecrets.OccurIn($"refused: odd{odd}one-canary-77"));
        Assert.False(HiddenSecrets.OccurIn($"the domain {odd} is not allowed"));
        GC.KeepAlive(secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("domain is not allowed")]
    [InlineData("\"name\" must be at least 3 characters long, \"numbers\" must be an array")]
    [InlineData("Trunk 3Fk2-aQ9_xY7LmN0pRsTu already exists for sip.example.com:5060 (request 5f0c7c1e-8a35-4be1-9a56-0c6f6f2a9d11)")]
    [InlineData("Too many requests from 203.0.113.17, retry after 90 s")]
    [InlineData("canary horse")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U")]
    public void An_honest_text_is_left_alone(string text) => Assert.False(HiddenSecrets.OccurIn(text));

    public void Dispose()
    {
        GC.KeepAlive(_password);
        GC.KeepAlive(_signs);
        GC.KeepAlive(_account);
    }

    private static char Turned(char letter) => letter switch
    {
        >= 'a' and <= 'z' => (char)('a' + ((letter - 'a' + 13) % 26)),
        >= 'A' and <= 'Z' => (char)('A' + ((letter - 'A' + 13) % 26)),
        _ => letter,
    };
}
