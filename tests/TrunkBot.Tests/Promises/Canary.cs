using System.Text;
using System.Text.Encodings.Web;

namespace TrunkBot.Tests.Promises;

/// <summary>A value that must be nowhere, and every spelling in which it could be somewhere.</summary>
internal sealed class Canary
{
    private readonly (string Spelling, byte[] Bytes)[] _spellings;

    public Canary(string value)
    {
        Value = value;
        _spellings = [.. Spellings(value).Where(one => one.Text.Length > 0).SelectMany(one => new[]
        {
            (one.Name, Encoding.UTF8.GetBytes(one.Text)),
            ($"{one.Name}, UTF-16", Encoding.Unicode.GetBytes(one.Text)),
            ($"{one.Name}, UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(one.Text)),
        })];
    }

    public string Value { get; }

    /// <summary>The spelling that is found; null where there is none.</summary>
    public string? FoundIn(ReadOnlySpan<byte> content)
    {
        foreach (var (spelling, bytes) in _spellings)
        {
            if (content.IndexOf(bytes) >= 0)
                return spelling;
        }

        return null;
    }

    public string? FoundIn(string content) => FoundIn(Encoding.UTF8.GetBytes(content));

    private static IEnumerable<(string Name, string Text)> Spellings(string value) =>
    [
        ("as it is", value),
        ("backwards", new string([.. value.Reverse()])),
        ("in JSON", JavaScriptEncoder.Default.Encode(value)),
        ("in relaxed JSON", JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)),
        ("in JSON in JSON", JavaScriptEncoder.Default.Encode(JavaScriptEncoder.Default.Encode(value))),
        ("in an address", Uri.EscapeDataString(value)),
        ("in a form", UrlEncoder.Default.Encode(value).Replace("%20", "+", StringComparison.Ordinal)),
        ("in HTML", HtmlEncoder.Default.Encode(value)),
        ("in hexadecimal", Convert.ToHexString(Encoding.UTF8.GetBytes(value))),
        ("in small hexadecimal", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value))),
        .. Base64(Encoding.UTF8.GetBytes(value)).Select(text => ("in Base64", text)),
        .. Base64(Encoding.Unicode.GetBytes(value)).Select(text => ("in Base64 of UTF-16", text)),
    ];

    // Wherever in a longer text the value begins: without the characters at either end that depend on what stands beside it.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var first = (before * 8 + 5) / 6;
            var whole = text[first..((before + bytes.Length) * 8 / 6)];
            yield return whole;
            yield return whole.Replace('+', '-').Replace('/', '_');
        }
    }
}
