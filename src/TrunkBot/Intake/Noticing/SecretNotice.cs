using System.Text;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>Finds what looks like a password and puts stars in its place, in whatever it stands: mail, JSON, settings, a command, an address.</summary>
internal static class SecretNotice
{
    public const string Stars = "***";

    private const int ShortestRepeated = 6, MostRepeated = 32;

    /// <summary>The text without its secrets, and how many there were.</summary>
    /// <param name="text">What a person sent.</param>
    /// <param name="isAlone">Whether a single word that looks like a password counts, with nothing that calls it one.</param>
    public static Noticed In(string text, bool isAlone = true)
    {
        var tidy = Folded.Tidy(text);
        var found = new List<Stretch>();
        IReadOnlyList<Grid> grids = [.. Grid.In(tidy)];
        found.AddRange(SecretShapes.In(tidy));
        found.AddRange(SecretColumns.In(tidy, grids));
        found.AddRange(SecretInserts.In(tidy));
        found.AddRange(LabelledSecrets.In(tidy, SecretColumns.HeaderLines(tidy, grids), Merged(found)));
        if (found.Count is 0 && isAlone && BareSecret.Is(tidy))
            found.Add(new(0, tidy.Length));
        return found.Count is 0 ? new(tidy, 0) : Without(tidy, Merged(found));
    }

    private static Noticed Without(string text, List<Stretch> secrets)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var secret in secrets)
        {
            kept.Append(text, at, secret.Start - at).Append(Stars);
            at = secret.End;
        }

        kept.Append(text, at, text.Length - at);
        var values = secrets.Select(secret => secret.In(text).Trim()).Where(value => value.Length >= ShortestRepeated)
            .Distinct().OrderByDescending(value => value.Length).Take(MostRepeated);
        foreach (var value in values)
            kept.Replace(value, Stars);
        return new(kept.ToString(), secrets.Count);
    }

    private static List<Stretch> Merged(List<Stretch> found)
    {
        var merged = new List<Stretch>();
        foreach (var one in found.Where(one => !one.IsEmpty).OrderBy(one => one.Start))
        {
            if (merged.Count > 0 && one.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, one.End) };
            else
                merged.Add(one);
        }

        return merged;
    }
}

/// <summary>A text without its secrets.</summary>
internal sealed record Noticed(string Text, int Secrets);
