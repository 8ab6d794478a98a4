using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TrunkBot.Languages;

/// <summary>A text with values in it, while the compiler puts it together. In English it is just that; in another language its holes are noted too.</summary>
[InterpolatedStringHandler]
internal ref struct Sentence
{
    private readonly StringBuilder? _template;
    private readonly List<object?>? _values;
    private DefaultInterpolatedStringHandler _english;

    public Sentence(int literalLength, int formattedCount)
    {
        _english = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
        if (Language.IsEnglish)
            return;
        _template = new StringBuilder(literalLength + (3 * formattedCount));
        _values = new List<object?>(formattedCount);
    }

    public void AppendLiteral(string text)
    {
        _english.AppendLiteral(text);
        _template?.Append(text);
    }

    public void AppendFormatted<T>(T value) => AppendFormatted(value, format: null);

    public void AppendFormatted<T>(T value, string? format)
    {
        _english.AppendFormatted(value, format);
        if (_values is null)
            return;
        _template!.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());
    }

    public string Said()
    {
        var english = _english.ToStringAndClear();
        return _values is null ? english : Language.Current.Say(_template!.ToString(), _values) ?? english;
    }
}
