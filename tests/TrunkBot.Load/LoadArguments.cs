using System.Globalization;

namespace TrunkBot.Load;

/// <summary>What was written behind the program's name: <c>--name</c> or <c>--name value</c>.</summary>
internal sealed class LoadArguments(string[] args)
{
    private readonly List<string> _unknown = [.. args.Where(arg => arg.StartsWith('-'))];

    /// <summary>What nobody has asked for.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public bool Has(string name)
    {
        _unknown.Remove(name);
        return args.Contains(name);
    }

    /// <summary>What follows the name; null when nothing does.</summary>
    public string? Value(string name) =>
        Has(name) && Array.IndexOf(args, name) is var at && at + 1 < args.Length && !args[at + 1].StartsWith('-') ? args[at + 1] : null;

    public int Number(string name, int standard) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
