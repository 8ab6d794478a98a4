using System.Globalization;
using TrunkBot.Audit.Verifying;
using TrunkBot.Languages;

namespace TrunkBot.Audit;

/// <summary>What is said about the audit.</summary>
internal static class AuditTexts
{
    public static string NoPage =>
        Say.It("I can't give you the file here, because I have no web page to put it on. Ask the people who run TrunkBot to set PublicUrl, or type /trunk audit to read it here.");

    public static string PersonalOnly => Say.It("I send the audit file only in a personal chat. Open a chat with me and type /trunk audit --csv there.");

    public static string File => Say.It("Here is the audit as a file.");

    public static string PageTitle => Say.It("Audit");

    public static string Page => Say.It("Who did what, when and why it was allowed, as a CSV file. This link works once.");

    public static string Download => Say.It("Download");

    public static string WhyDead =>
        Say.It("It was already used, is older than 15 minutes, or isn’t complete. In the chat with TrunkBot, type /trunk audit --csv to get a new one.");

    // What the command does and takes, for /help.
    public static string Help => Say.Later("Show who did what, when and why it was allowed; as a file with --csv");
    public static string TheRequest => Say.Later("The request, like TR-7; everything without it");
    public static string AsFile => Say.Later("All of it as a file, for administrators");

    /// <summary>The heading of its card.</summary>
    public static string Heading(string? subject) => subject is null ? Say.It("Audit, newest first") : Say.It($"Audit of {subject}, newest first");

    /// <summary>The card for a client that shows none.</summary>
    public static string Aloud(IEnumerable<string> titles) => Say.It($"The audit: {string.Join("; ", titles)}.");

    public static string Link(Uri link) => Say.It($"Open {link} to download the file. The link works once, and for 15 minutes.");

    public static string Nothing(string? subject) => subject is null
        ? Say.It("The audit is empty, because nobody has asked for a trunk yet. Type /help to see what I can do.")
        : Say.It("The audit has nothing under that name. Type /trunk requests to see the requests, or /trunk audit for everything.");

    public static IReadOnlyList<string> Columns { get; } = ["When (UTC)", "Who", "What"];

    public static string When(AuditEntry entry) => Line($"{entry.At.UtcDateTime:yyyy-MM-dd HH:mm}");

    public static string Who(AuditEntry entry)
    {
        var who = entry.ActorId is null ? Say.It("TrunkBot") : entry.ActorName ?? entry.ActorId;
        return entry.OnBehalfOfId is null ? who : Say.It($"{who} on behalf of {entry.OnBehalfOfName ?? entry.OnBehalfOfId}");
    }

    public static string Title(AuditEntry entry) => $"{entry.Subject}: {entry.Act}";

    public static IEnumerable<string> What(AuditEntry entry)
    {
        yield return Title(entry);
        if (entry.Rule is { } rule)
            yield return Say.It($"Rule: {rule}");
        if (entry.Detail is { Length: > 0 } detail)
            yield return detail;
    }

    public const string NoDatabase = "ConnectionStrings:TrunkBot names no database of this version. Start TrunkBot once to make or update it.";

    public const string NoHead = "The end of its chain is no longer on record.";

    public const string NoEntries = "It has no audit entry, although it isn't a draft.";

    public const string NoRow = "The request itself is missing.";

    public const string NotRemovedByUs = "Its entries are marked as removed after their time, but not by TrunkBot.";

    public static string Missing(long sequence) => Line($"Entry {sequence} is missing.");

    public static string Changed(AuditEntry entry) => Line($"Entry {entry.Sequence} ({entry.Act}) was changed, or its key is missing.");

    public static string CutOff(int there, long last) => there == 0
        ? Line($"Entries 1 to {last} are missing, which is all of it.")
        : Line($"Entry {there + 1} is missing: its chain was cut off after entry {there} of {last}.");

    public static string HeadChanged(int last) => Line($"The end of its chain was changed: entry {last} isn't the one on record.");

    public static string RowChanged(AuditEntry last) => Line($"The request was changed after entry {last.Sequence} ({last.Act}), and not by TrunkBot.");

    public static string SealBroken(AuditSeal seal) =>
        Line($"Entry {seal.Sequence}, which checkpoint {seal.Checkpoint} has sealed, is missing or is another one now.");

    public static string CheckpointMissing(long number) => Line($"Checkpoint {number} is missing.");

    public static string CheckpointChanged(AuditCheckpoint checkpoint) => Line($"Checkpoint {checkpoint.Number} or one of its seals was changed, or its key is missing.");

    public static string Sentence(AuditFlaw flaw) => flaw.Chain is { } chain
        ? $"{chain.Subject} of tenant {chain.TenantId}: {flaw.What}"
        : flaw.What;

    public static string Good(AuditReport report) => Line($"The audit is whole. Chains checked: {report.Chains}. {LastOf(report)}");

    public static string Bad(AuditReport report) => Line($"The audit isn't whole. Problems: {report.Flaws.Count}, listed above. Chains checked: {report.Chains}. {LastOf(report)}");

    private static string LastOf(AuditReport report) => report.LastCheckpoint is { } last
        ? Line($"The last checkpoint is {last.Number}, {Convert.ToHexStringLower(last.Hash)}. The log has the same hash.")
        : "There is no checkpoint yet.";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
