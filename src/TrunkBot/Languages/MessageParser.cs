using System.Text;
using static TrunkBot.Languages.Message;

namespace TrunkBot.Languages;

/// <summary>Reads a message of ICU from its beginning to its end.</summary>
internal sealed class MessageParser(string text)
{
    private int _at;

    public IReadOnlyList<Part> Parts()
    {
        var parts = Parts(inPlural: false);
        return _at == text.Length ? parts : throw Wrong("a brace closes what none has opened");
    }

    private List<Part> Parts(bool inPlural)
    {
        List<Part> parts = [];
        while (_at < text.Length && text[_at] is not '}')
        {
            if (text[_at] is '{')
                parts.Add(Argument());
            else if (inPlural && text[_at] is '#')
            {
                _at++;
                parts.Add(new Number());
            }
            else
                parts.Add(Words(inPlural));
        }

        return parts;
    }

    private Words Words(bool inPlural)
    {
        var words = new StringBuilder();
        while (_at < text.Length && text[_at] is not ('{' or '}') && !(inPlural && text[_at] is '#'))
        {
            if (text[_at] is '\'')
                Apostrophe(words, inPlural);
            else
                words.Append(text[_at++]);
        }

        return new Words(words.ToString());
    }

    // Two are one. One before what means something begins a quotation, to the next one; anywhere else it is itself.
    private void Apostrophe(StringBuilder words, bool inPlural)
    {
        var next = _at + 1 < text.Length ? text[_at + 1] : ' ';
        if (next is '\'')
        {
            words.Append('\'');
            _at += 2;
        }
        else if (next is '{' or '}' || (inPlural && next is '#'))
            Quotation(words);
        else
        {
            words.Append('\'');
            _at++;
        }
    }

    private void Quotation(StringBuilder words)
    {
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] is not '\'')
                words.Append(text[_at]);
            else if (_at + 1 < text.Length && text[_at + 1] is '\'')
                words.Append(text[_at++]);
            else
            {
                _at++;
                return;
            }
        }
    }

    private Part Argument()
    {
        Take('{');
        var name = Name();
        if (Next() is '}')
        {
            Take('}');
            return new Hole(name);
        }

        Take(',');
        if (Name() is not "plural")
            throw Wrong("it asks for something other than a plural");
        Take(',');
        var forms = new Dictionary<string, IReadOnlyList<Part>>(StringComparer.Ordinal);
        while (Next() is not '}')
            Form(forms);
        Take('}');
        return forms.ContainsKey("other") ? new PluralForms(name, forms) : throw Wrong("a plural has no form for other numbers");
    }

    private void Form(Dictionary<string, IReadOnlyList<Part>> forms)
    {
        var name = Name();
        if (name is not ("one" or "other") && !(name[0] is '=' && name.Length > 1 && name[1..].All(char.IsAsciiDigit)))
            throw Wrong($"a plural has no form {name}");
        Take('{');
        if (!forms.TryAdd(name, Parts(inPlural: true)))
            throw Wrong($"a plural has the form {name} twice");
        Take('}');
    }

    private string Name()
    {
        Next();
        var from = _at;
        while (_at < text.Length && text[_at] is not ('{' or '}' or ',' or '\'' or '#') && !char.IsWhiteSpace(text[_at]))
            _at++;
        return _at > from ? text[from.._at] : throw Wrong("a name is missing");
    }

    private void Take(char sign)
    {
        if (Next() != sign)
            throw Wrong($"{sign} is missing");
        _at++;
    }

    // What comes next, spaces left out; NUL at the end.
    private char Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private FormatException Wrong(string why) => new($"The message “{text}” can't be read at {_at}: {why}.");
}
