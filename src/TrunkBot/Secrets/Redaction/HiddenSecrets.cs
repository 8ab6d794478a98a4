namespace TrunkBot.Secrets.Redaction;

/// <summary>
/// Looks for known secrets in a foreign text, however they are written there: coded, several times over, in other letters, backwards or with
/// something in between. Who finds one drops the whole text: what is hidden like that cannot be cut out.
/// </summary>
internal static class HiddenSecrets
{
    /// <summary>What is looked at of a text; whoever shows more must cut it first.</summary>
    public const int LongestText = 8 * 1024;

    // Codes within codes; what is hidden deeper is nothing that a server does by mistake.
    private const int Deepest = 4;

    // More than any honest text unfolds to. What does not fit is taken for a find.
    private const int MostLookedAt = 512 * 1024;

    public static bool OccurIn(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return false;
        var needles = KnownSecrets.Folded().Distinct(StringComparer.Ordinal).ToArray();
        return needles.Length > 0 && OccurIn(text.Length > LongestText ? text[..LongestText] : text, needles);
    }

    private static bool OccurIn(string text, string[] needles)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { text };
        var waiting = new Queue<(string Text, int Depth)>([(text, 0)]);
        for (var left = MostLookedAt; waiting.TryDequeue(out var next);)
        {
            if ((left -= next.Text.Length) < 0 || Array.Exists(needles, new Folded(next.Text).Holds))
                return true;
            if (next.Depth == Deepest)
                continue;
            foreach (var decoded in Codes.Undo(next.Text))
            {
                if (seen.Add(decoded))
                    waiting.Enqueue((decoded, next.Depth + 1));
            }
        }

        return false;
    }
}
