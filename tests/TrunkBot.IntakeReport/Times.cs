using System.Diagnostics;
using System.Globalization;
using System.Text;
using TrunkBot.Intake;
using TrunkBot.Tests.Intake;

namespace TrunkBot.IntakeReport;

/// <summary>How long a reading takes: ordinary pastes of 64 KB, and hostile text of growing length.</summary>
internal static class Times
{
    private const int Repeats = 100, Kilobyte = 1024;

    private static readonly string[] s_hostile =
        ["1", "<", "{", "[", "\"", "@", ":", "=", "a:", "a@", "x:y@h.c ", "password ", "password: ", "password is ", "pass:\"", "password:\n", "<div>", "<b><i>", "{\"a\":", "sip:", "+1 ", "+1415555010", "a.b.", "|a", ",", "host,user\n", "[a]\ntype=peer\n", "eyJ", "-u a:", "(", "> ", "トランク", "\u0301", "a\n", "key = 1\n", "From: a\n"];

    public static void Print(PasteReader reader)
    {
        var mails = Ordinary();
        foreach (var mail in mails)
            reader.Read(mail);
        var times = Enumerable.Range(0, Repeats).Select(i => Milliseconds(() => reader.Read(mails[i % mails.Count]))).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n64 KB of pastes: p50 {times[Repeats / 2]:F1} ms, p99 {times[Repeats - 2]:F1} ms\n\n| hostile text | 64 KB, ms | 256 KB, ms | 1 MB, ms | 1 MB to 64 KB |\n|---|---:|---:|---:|---:|"));
        foreach (var piece in s_hostile)
        {
            var measured = new[] { 64, 256, 1024 }.Select(size => Best(reader, Repeated(piece, size * Kilobyte))).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{piece.Replace("\n", "\\n", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}` | {measured[0]:F1} | {measured[1]:F1} | {measured[2]:F1} | {measured[2] / Math.Max(0.05, measured[0]):F1} |"));
        }
    }

    // All that is ordinary, one after the other, up to what is read at all.
    private static List<string> Ordinary() =>
        [.. Paste.All.GroupBy(paste => paste.Name.Split(':')[0]).Select(kind => Repeated(string.Join("\n\n", kind.Select(paste => paste.Html ?? paste.Text)) + "\n\n", PasteReader.Longest))];

    private static double Best(PasteReader reader, string text) => Enumerable.Range(0, 3).Min(_ => Milliseconds(() => reader.ReadWhole(text, text)));

    private static string Repeated(string piece, int length) =>
        new StringBuilder(length + piece.Length).Insert(0, piece, (length / piece.Length) + 1).ToString(0, length);

    private static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
