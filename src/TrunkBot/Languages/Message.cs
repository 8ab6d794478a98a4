using System.Globalization;
using System.Text;

namespace TrunkBot.Languages;

/// <summary>A message of ICU, as translators write it: <c>{0, plural, one {# Rufnummer} other {# Rufnummern}}</c>. It has plain arguments and plurals, no more.</summary>
internal sealed class Message
{
    private readonly IReadOnlyList<Part> _parts;

    private Message(IReadOnlyList<Part> parts) => _parts = parts;

    /// <summary>The names of what is put in, in the order in which they come, each time that it does.</summary>
    public IEnumerable<string> Holes => _parts.SelectMany(part => part.Holes);

    /// <exception cref="FormatException">It is no message, or one that asks for more than is here.</exception>
    public static Message Parse(string text) => new(new MessageParser(text).Parts());

    /// <summary>What it says. A hole for which there is no value is left as it stands.</summary>
    public string Say(Language language, params IReadOnlyList<object?> values)
    {
        var said = new StringBuilder();
        foreach (var part in _parts)
            part.Say(said, new Telling(language, values, Number: null));
        return said.ToString();
    }

    /// <summary>What a part needs to know when it is said.</summary>
    /// <param name="Language">In this language.</param>
    /// <param name="Values">What is put in.</param>
    /// <param name="Number">What <c>#</c> stands for, within a plural.</param>
    internal sealed record Telling(Language Language, IReadOnlyList<object?> Values, string? Number)
    {
        public bool Has(string hole, out string value)
        {
            var found = int.TryParse(hole, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Values.Count;
            value = found ? Convert.ToString(Values[at], CultureInfo.InvariantCulture) ?? "" : "";
            return found;
        }
    }

    internal abstract record Part
    {
        public virtual IEnumerable<string> Holes => [];

        public abstract void Say(StringBuilder said, Telling telling);
    }

    internal sealed record Words(string Text) : Part
    {
        public override void Say(StringBuilder said, Telling telling) => said.Append(Text);
    }

    /// <summary>The number of the plural around it.</summary>
    internal sealed record Number : Part
    {
        public override void Say(StringBuilder said, Telling telling) => said.Append(telling.Number);
    }

    internal sealed record Hole(string Name) : Part
    {
        public override IEnumerable<string> Holes => [Name];

        public override void Say(StringBuilder said, Telling telling) => said.Append(telling.Has(Name, out var value) ? value : $"{{{Name}}}");
    }

    /// <param name="Name">Of the hole that has the number.</param>
    /// <param name="Forms">By <c>=0</c>, <c>one</c> or <c>other</c>.</param>
    internal sealed record PluralForms(string Name, IReadOnlyDictionary<string, IReadOnlyList<Part>> Forms) : Part
    {
        public override IEnumerable<string> Holes => Forms.Values.SelectMany(form => form).SelectMany(part => part.Holes).Prepend(Name);

        public override void Say(StringBuilder said, Telling telling)
        {
            var number = telling.Has(Name, out var value) ? value : "";
            foreach (var part in FormFor(telling.Language, number))
                part.Say(said, telling with { Number = number });
        }

        // A number that a person reads can have commas.
        private IReadOnlyList<Part> FormFor(Language language, string number)
        {
            if (!long.TryParse(number, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
                return Forms["other"];
            return Forms.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"={count}"))
                ?? (language.IsOne?.Invoke(count) is true ? Forms.GetValueOrDefault("one") : null)
                ?? Forms["other"];
        }
    }
}
