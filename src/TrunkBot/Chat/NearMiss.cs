namespace TrunkBot.Chat;

/// <summary>
/// The word that was probably meant. The parser library corrects typing errors too, but only while it prints them to a console.
/// </summary>
internal static class NearMiss
{
    public static string? Of(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > 40)
            return null;
        var lower = typed.ToLowerInvariant();
        var best = known.Select(word => (word, distance: Distance(lower, word))).OrderBy(pair => pair.distance).FirstOrDefault();
        return best.word is not null && best.distance <= Math.Max(1, best.word.Length / 3) ? best.word : null;
    }

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
