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
            return Reviewed<string>.Refused(Finding.Error(FieldIds.Username, objection.Reason, objection.Remedy));

        var limits = preset.Limits;
        var findings = new List<Finding>();
        if (limits.UsernameMaxLength is { } most && username.Length > most)
            findings.Add(UsernameWarning($"{preset.DisplayName} has usernames of {most} characters at most.", preset));
        if (limits.UsernameMinLength is { } least && username.Length < least)
            findings.Add(UsernameWarning($"{preset.DisplayName} has usernames of {least} characters or more.", preset));
        if (direction is not null && !preset.TakesCredentials(direction))
            findings.Add(Finding.Warning(
                FieldIds.Username,
                $"{preset.DisplayName} sends no username and password with {direction} calls.",
                "Have its calls recognised by address too, or they will be refused."));
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
            findings.Add(PasswordWarning($"{preset.DisplayName} has passwords of {least} characters or more.", preset));
        if (limits.PasswordMaxLength is { } most && form.Length > most)
            findings.Add(PasswordWarning($"{preset.DisplayName} has passwords of {most} characters at most.", preset));
        if (limits.PasswordNeedsSign && !form.HasSign)
            findings.Add(PasswordWarning($"{preset.DisplayName} has passwords with at least one sign in them.", preset));
        return findings;
    }

    private static (string Reason, string Remedy)? Objection(string username)
    {
        if (username.Length is 0)
            return ("No username was given.", "Enter the one that the carrier shows for this trunk.");
        // The digest hashes username:realm:password, so a colon would move the border between them.
        if (username.Contains(':', StringComparison.Ordinal))
            return ("The username has a colon, which SIP's login cannot carry.", "Give the part before the colon, or change it at the carrier.");
        if (username.AsSpan().ContainsAny('"', '\\'))
            return ("The username has a quote or a backslash, which SIP's login cannot carry.", "Change it at the carrier.");
        if (username.Any(char.IsWhiteSpace))
            return ("The username has a blank in it.", "Give it without blanks, as the carrier shows it.");
        if (username.AsSpan().IndexOfAnyExcept(Printable) >= 0)
            return ("The username has a character outside plain ASCII.", "Type it again with plain letters, digits and signs.");
        return username.Length > LongestUsername
            ? ($"The username is longer than {LongestUsername} characters.", "Check that only the username was pasted.")
            : null;
    }

    // What a guesser would try. The parts of a host that every carrier's host has are too short or too common to count.
    private static List<string> Related(TrunkFields fields) =>
    [
        fields.Name?.Trim() ?? "",
        .. (fields.Domain ?? "").Split('.', StringSplitOptions.TrimEntries).Where(part => part.Length > 4),
        .. (fields.Numbers ?? "").Split(NumberRules.Separators).Select(NumberShape.Normalise)
            .Select(number => number.Length > 7 ? number[^7..] : number.TrimStart('+')).Take(1000),
    ];

    private static Finding UsernameWarning(string reason, TrunkPreset preset) =>
        Finding.Warning(FieldIds.Username, reason, CheckAt(preset));

    private static Finding PasswordWarning(string reason, TrunkPreset preset) =>
        Finding.Warning(FieldIds.Password, reason, CheckAt(preset));

    private static string CheckAt(TrunkPreset preset) => $"Check it in the console of {preset.DisplayName}.";
}
