namespace TrunkBot.Chat.Hearing;

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

    /// <summary>Whether a word is another one but for a slip of the keyboard: the same beginning, and one letter wrong, missing, doubled or in the wrong place.</summary>
    public static bool IsSlip(string typed, string word)
    {
        var lower = typed.ToLowerInvariant();
        if (lower == word)
            return true;
        if (lower.Length is 0 or > 40 || lower[0] != word[0])
            return false;
        // In a word of three letters another letter makes another word.
        return word.Length <= 3
            ? lower.Length >= word.Length && Slips(lower, word) == 1 && word.All(lower.Contains)
            : Slips(lower, word) <= (word.Length <= 8 ? 1 : 2);
    }

    private static int Slips(string a, string b)
    {
        var distance = Distance(a, b);
        return distance == 2 && a.Length == b.Length && AreTwoSwapped(a, b) ? 1 : distance;
    }

    private static bool AreTwoSwapped(string a, string b)
    {
        var first = Enumerable.Range(0, a.Length).First(i => a[i] != b[i]);
        return first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first] && a[(first + 2)..] == b[(first + 2)..];
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
