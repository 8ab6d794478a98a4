using System.Text;

namespace TrunkBot.Trunks.Fields.Hosts;

/// <summary>
/// Which alphabets the letters of a host's part come from. One part that mixes Latin with Cyrillic or Greek letters is
/// how a host is made to look like another.
/// </summary>
internal static class HostScripts
{
    private static readonly (int First, int Last, string Script)[] Ranges =
    [
        (0x0041, 0x024F, "Latin"), (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x0530, 0x058F, "Armenian"),
        (0x0590, 0x05FF, "Hebrew"), (0x0600, 0x077F, "Arabic"), (0x0900, 0x0DFF, "Indic"), (0x0E00, 0x0EFF, "Thai and Lao"),
        (0x10A0, 0x10FF, "Georgian"), (0x13A0, 0x13FF, "Cherokee"), (0x1E00, 0x1EFF, "Latin"), (0x1F00, 0x1FFF, "Greek"),
        (0x2C60, 0x2C7F, "Latin"), (0x2DE0, 0x2DFF, "Cyrillic"), (0xA640, 0xA69F, "Cyrillic"), (0xA720, 0xA7FF, "Latin"),
    ];

    // Japanese, Chinese and Korean write several of these together, and with Latin.
    private static readonly (int First, int Last)[] EastAsian =
        [(0x1100, 0x11FF), (0x2E80, 0x312F), (0x3130, 0x318F), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0x20000, 0x323AF)];

    /// <summary>Whether any single part of the host mixes alphabets.</summary>
    public static bool AreMixed(string unicodeHost) =>
        unicodeHost.Split('.').Any(part => part.EnumerateRunes().Where(Rune.IsLetter).Select(Script)
            .Where(script => script is not "East Asian").Distinct().Skip(1).Any());

    private static string Script(Rune letter)
    {
        if (Array.Exists(EastAsian, range => letter.Value >= range.First && letter.Value <= range.Last))
            return "East Asian";
        return Array.Find(Ranges, range => letter.Value >= range.First && letter.Value <= range.Last).Script ?? "other";
    }
}
