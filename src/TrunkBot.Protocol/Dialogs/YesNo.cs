using System.Collections.Frozen;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>The English words by which people agree and disagree; any case, with or without a full stop. Those of other languages are <see cref="IDialogWords"/>.</summary>
public static class YesNo
{
    private static readonly char[] s_around =
    [
        '.', '!', ',', ' ', '"', '\'', '*', '_', '`', '\u201c', '\u201d', '\u201e', '\u2018', '\u2019', '\u00ab', '\u00bb', '\u00a1',
        '\u3000', '\u3001', '\u3002', '\u300c', '\u300d', '\uff01', '\uff0c', '\uff0e', '\u0964',
    ];
    private static readonly FrozenSet<string> s_yes = Words("yes", "y", "yeah", "yep", "yes please", "sure", "ok", "okay", "true", "correct", "right", "use it", "that one");
    private static readonly FrozenSet<string> s_no = Words("no", "n", "nope", "nah", "false", "no thanks", "wrong");

    /// <summary>Whether this is a yes and nothing else.</summary>
    public static bool IsYes(string text) => s_yes.Contains(Word(text));

    /// <summary>Whether this is a no and nothing else.</summary>
    public static bool IsNo(string text) => s_no.Contains(Word(text));

    /// <summary>The word alone: without quotes, stars or a full stop around it.</summary>
    public static string Word(string text) => text.Trim(s_around);

    private static FrozenSet<string> Words(params IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
