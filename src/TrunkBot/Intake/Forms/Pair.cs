using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>A value with the label that stands by it.</summary>
/// <param name="Label">As it is written.</param>
/// <param name="Kind">What the label says that the value is.</param>
/// <param name="Value">Without quotes around it.</param>
/// <param name="Line">The line that both stand in.</param>
internal sealed record Pair(string Label, LabelKind Kind, string Value, string Line)
{
    /// <summary>Which of several trunks it belongs to; null where there is one alone.</summary>
    public int Row { get; init; }

    /// <summary>Whether it is a sentence's, not a line's own.</summary>
    public bool IsSaid { get; init; }

    public static Pair Of(string label, string value, string line) => new(label.Trim(), IsSipContact(label, value) ? LabelKind.Host : LabelTable.Kind(label), value.Trim(), line.Trim());

    // The header of a SIP message, not somebody to ask.
    private static bool IsSipContact(string label, string value) =>
        label.Trim().Equals("contact", StringComparison.OrdinalIgnoreCase) && value.Contains("sip:", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a form of writing gives: its pairs, how many trunks it describes, and what is left to read otherwise.</summary>
internal sealed record Sheet(IReadOnlyList<Pair> Pairs, int Rows, string Rest)
{
    /// <summary>Whether it was written by a program or for one: there a label is a key, and no sentence is about.</summary>
    public bool IsCode { get; init; }
}
