using TrunkBot.Presets;
using TrunkBot.Secrets;
using TrunkBot.Secrets.Passwords;

namespace TrunkBot.Trunks.Fields;

/// <summary>Username and password: what SIP's digest can carry, what the carrier takes, and how easily it is guessed.</summary>
internal static class CredentialRules
{
    private const int LongestUsername = 255;

    private static readonly System.Buffers.SearchValues<char> Printable = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0x21, 0x5E).Select(code => (char)code)]);

    public static Reviewed<string> Username(string? typed, TrunkPreset preset, string? direction)
    {
        var username = Characters.Visible(typed ?? "").Trim();
        if (Objection(username) is { } objection)
            return Reviewed<string>.Refused(objection);

        var limits = preset.Limits;
        var findings = new List<Finding>();
        if (limits.UsernameMaxLength is { } most && username.Length > most)
            findings.Add(FieldTexts.UsernamesUpTo(most, preset.Called));
        if (limits.UsernameMinLength is { } least && username.Length < least)
            findings.Add(FieldTexts.UsernamesFrom(least, preset.Called));
        if (direction is not null && !preset.TakesCredentials(direction))
            findings.Add(FieldTexts.NoCredentials(preset.Called, direction));
        return new(username, findings);
    }

    /// <summary>Whether a trunk can have this username at all.</summary>
    public static bool IsUsername(string? typed) => Objection(Characters.Visible(typed ?? "").Trim()) is null;

    public static IReadOnlyList<Finding> Password(Secret password, TrunkFields fields, TrunkPreset preset, int shortest)
    {
        var findings = PasswordRules.Judge(password, shortest, fields.Username?.Trim(), Related(fields))
            .Select(flaw => new Finding(
                FieldIds.Password, flaw.Blocks ? Severity.Error : Severity.Warning, flaw.Reason, flaw.Remedy))
            .ToList();
        if (findings.Exists(finding => finding.Severity is Severity.Error))
            return findings;

        var limits = preset.Limits;
        var form = PasswordRules.FormOf(password);
        if (limits.PasswordMinLength is { } least && form.Length < least)
            findings.Add(FieldTexts.PasswordsFrom(least, preset.Called));
        if (limits.PasswordMaxLength is { } most && form.Length > most)
            findings.Add(FieldTexts.PasswordsUpTo(most, preset.Called));
        if (limits.PasswordNeedsSign && !form.HasSign)
            findings.Add(FieldTexts.PasswordsWithSign(preset.Called));
        return findings;
    }

    private static Finding? Objection(string username)
    {
        if (username.Length is 0)
            return FieldTexts.NoUsername;
        // The digest hashes username:realm:password, so a colon would move the border between them.
        if (username.Contains(':', StringComparison.Ordinal))
            return FieldTexts.Colon;
        if (username.AsSpan().ContainsAny('"', '\\'))
            return FieldTexts.Quote;
        if (username.Any(char.IsWhiteSpace))
            return FieldTexts.SpaceInUsername;
        if (username.AsSpan().IndexOfAnyExcept(Printable) >= 0)
            return FieldTexts.UsernameNotAscii;
        return username.Length > LongestUsername ? FieldTexts.UsernameLong(LongestUsername) : null;
    }

    // What a guesser would try. The parts of a host that every carrier's host has are too short or too common to count.
    private static List<string> Related(TrunkFields fields) =>
    [
        fields.Name?.Trim() ?? "",
        .. (fields.Domain ?? "").Split('.', StringSplitOptions.TrimEntries).Where(part => part.Length > 4),
        .. (fields.Numbers ?? "").Split(NumberRules.Separators).Select(NumberShape.Normalise)
            .Select(number => number.Length > 7 ? number[^7..] : number.TrimStart('+')).Take(1000),
    ];
}
