using System.Text;

namespace TrunkBot.Tests.Diagnostics.Collected;

/// <summary>All that followed from one message, as text: what happened within it, and what refers to it from a trace of its own.</summary>
internal sealed class TraceTree(IReadOnlyCollection<Traced> spans)
{
    private static readonly string[] s_ours = ["TrunkBot", "TrunkBot.Protocol"];

    private readonly ILookup<string, Traced> _within = spans.ToLookup(span => span.ParentId);
    private readonly Dictionary<string, Traced> _all = spans.ToDictionary(span => span.Id);

    /// <summary>Draws what we have made ourselves; alike ones beside each other are one line.</summary>
    public string Draw(Traced first)
    {
        var text = new StringBuilder();
        Draw(text, first, "", "");
        foreach (var linked in spans.Where(span => span.Links.Contains(first.Id) && IsRoot(span)).OrderBy(span => span.Start))
            Draw(text, linked, "", "~> ");
        return text.ToString();
    }

    private bool IsRoot(Traced span) => !_all.TryGetValue(span.ParentId, out var parent) || !s_ours.Contains(parent.Source);

    private void Draw(StringBuilder text, Traced span, string indent, string mark)
    {
        text.Append(indent).Append(mark).Append(span.Name);
        if (indent.Length == 0)
            text.Append(" (").Append(span.Process).Append(')');
        else if (span.Links.Count > 0)
            text.Append(" ~");
        text.Append('\n');
        string? before = null;
        foreach (var inner in _within[span.Id].Where(one => s_ours.Contains(one.Source)).OrderBy(one => one.Start))
        {
            var drawn = new StringBuilder();
            Draw(drawn, inner, $"{indent}   ", "");
            if (drawn.ToString() != before)
                text.Append(before = drawn.ToString());
        }
    }
}
