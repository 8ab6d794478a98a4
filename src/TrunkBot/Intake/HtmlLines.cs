using System.Runtime.InteropServices;

namespace TrunkBot.Intake;

/// <summary>Writes HTML's tags and words down as lines.</summary>
internal sealed class HtmlLines
{
    private static readonly HashSet<string> s_blocks =
    [
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dt", "dd", "dl", "hr", "section", "article", "header", "footer",
    ];

    private static readonly HashSet<string> s_silent = ["script", "style", "head", "title", "template"];

    private readonly List<char> _text = [];
    private readonly Stack<Row> _tables = new();
    private int _preformatted;
    private string? _silent;

    public void Begin(string tag)
    {
        if (tag is "body")
            _silent = null;
        if (s_silent.Contains(tag))
            _silent ??= tag;
        _preformatted += tag is "pre" or "code" ? 1 : 0;
        if (tag is "table")
            BeginTable();
        else if (tag is "tr" or "tbody" or "thead")
            EndRow();
        else if (tag is "td" or "th")
            BeginCell();
        else if (tag is "br")
            Break(isEmptyToo: true);
        else if (s_blocks.Contains(tag))
            Break();
    }

    public void End(string tag)
    {
        if (tag == _silent)
            _silent = null;
        _preformatted -= tag is "pre" or "code" && _preformatted > 0 ? 1 : 0;
        if (tag is "table")
            EndTable();
        else if (tag is "tr")
            EndRow();
        else if (tag is "ul" or "ol")
            Break(isEmptyToo: true);
        else if (s_blocks.Contains(tag))
            Break();
    }

    public void Write(string words)
    {
        if (_silent is not null)
            return;
        if (_preformatted is 0 && words.AsSpan().IsWhiteSpace())
            words = words.Length > 0 ? " " : "";
        foreach (var character in words)
            _text.Add(_preformatted is 0 && character is '\n' or '\r' or '\t' ? ' ' : character);
    }

    public string Done()
    {
        while (_tables.Count > 0)
            EndTable();
        return new(CollectionsMarshal.AsSpan(_text));
    }

    private void BeginTable()
    {
        NewLine();
        _tables.Push(new());
    }

    private void EndTable()
    {
        EndRow();
        _tables.TryPop(out _);
        _text.Add('\n');
    }

    private void BeginCell()
    {
        if (_tables.TryPeek(out var row) && row.Cells++ > 0 && _text is [.., not '\n'])
            _text.Add('\t');
    }

    // What breaks the line within a cell parts words where the row has other cells; a cell alone is only there for the looks, and has lines.
    private void EndRow()
    {
        if (_tables.TryPeek(out var row))
        {
            foreach (var at in row.Cells is 1 ? row.Breaks : [])
                _text[at] = '\n';
            row.Breaks.Clear();
            row.Cells = 0;
        }

        NewLine();
    }

    private void Break(bool isEmptyToo = false)
    {
        if (_tables.TryPeek(out var row) && row.Cells > 0)
        {
            if (!isEmptyToo && (row.Breaks is [.., var last] && last == _text.Count - 1))
                return;
            row.Breaks.Add(_text.Count);
            _text.Add(' ');
        }
        else if (isEmptyToo)
            _text.Add('\n');
        else
            NewLine();
    }

    private void NewLine()
    {
        if (_text is [.., not '\n'])
            _text.Add('\n');
    }

    /// <summary>The row that is being written, of one table.</summary>
    private sealed class Row
    {
        public int Cells { get; set; }

        /// <summary>Where its cells have line breaks.</summary>
        public List<int> Breaks { get; } = [];
    }
}
