using System.Text;
using TrunkBot.Intake.Forms;
using TrunkBot.Intake.Noticing;
using TrunkBot.Intake.Words;
using TrunkBot.Presets;

namespace TrunkBot.Intake;

/// <summary>Reads what somebody pasted for a trunk. Nothing is guessed: what is not said stays empty, what is said twice is offered twice.</summary>
internal sealed class PasteReader(PresetCatalog presets)
{
    /// <summary>How much is read, in bytes of UTF-8.</summary>
    public const int Longest = 64 * 1024;

    private readonly Addresses _addresses = new(presets);

    /// <summary>Takes secrets out, then reads what is left.</summary>
    /// <param name="text">The message.</param>
    /// <param name="html">The same message with its markup, where the channel sends it: it has the tables.</param>
    public Reading Read(string text, string? html = null)
    {
        var written = Written(html);
        return IsTooLong(text) || IsTooLong(written) ? Without(Noticed(text, written), Reading.Nothing) with { IsTooLong = true } : ReadWhole(text, written);
    }

    /// <summary>Whatever its length: the time grows with it and no faster.</summary>
    /// <param name="text">The message.</param>
    /// <param name="written">The lines of its markup; empty where there are none.</param>
    public Reading ReadWhole(string text, string written = "")
    {
        var noticed = Noticed(text, written);
        return Without(noticed, Read(noticed.Text));
    }

    /// <summary>What markup says, in lines.</summary>
    public static string Written(string? html) => string.IsNullOrWhiteSpace(html) ? "" : HtmlText.Of(html);

    private static bool IsTooLong(string text) => text.Length > Longest || Encoding.UTF8.GetByteCount(text) > Longest;

    private static Noticed Noticed(string text, string written)
    {
        var noticed = SecretNotice.In(text);
        return !string.IsNullOrWhiteSpace(written) && SecretNotice.In(written) is var marked && !string.IsNullOrWhiteSpace(marked.Text)
            ? marked with { Secrets = Math.Max(marked.Secrets, noticed.Secrets) }
            : noticed;
    }

    private static Reading Without(Noticed noticed, Reading reading) => reading with { Text = noticed.Text, Secrets = noticed.Secrets };

    private Reading Read(string text)
    {
        var subject = Subject.Of(text, presets);
        if (CodeOf(text) is { } sheet)
        {
            var (code, mail) = (new Gathering(_addresses), new Gathering(_addresses));
            code.AddAll(sheet.Pairs.Where(pair => pair.Row is 0));
            if (!code.SaysTrunk || (!subject.IsTelephony && !code.IsBelievable(subject)))
                return FromMail(text, subject);
            mail.AddMail(MailSheet.Of(sheet.Rest), subject);
            code.AddDirectionOfCommand(sheet.Rest.Length > 0 ? sheet.Rest : text);
            return code.Finish(mail) with { Rows = sheet.Rows };
        }

        return FromMail(text, subject);
    }

    private Reading FromMail(string text, Subject subject)
    {
        if (IsRecord(text))
            return Reading.Nothing;
        var mail = new Gathering(_addresses);
        mail.AddMail(MailSheet.Of(text), subject);
        return mail.IsBelievable(subject) ? mail.Finish(null) with { Rows = 1 } : Reading.Nothing;
    }

    // What went over the wire, or was changed in a file: it happened, and nobody describes what to set up.
    private static bool IsRecord(string text) => text.Contains(" SIP/2.0\n", StringComparison.Ordinal) || text.Contains("Digest username=", StringComparison.OrdinalIgnoreCase)
        || text.Contains("\n@@ ", StringComparison.Ordinal) || ($"\n{text}" is var lines && lines.Contains("\n-  ", StringComparison.Ordinal) && lines.Contains("\n+  ", StringComparison.Ordinal));

    private static Sheet? CodeOf(string text) => JsonSheet.Of(text) ?? CommandSheet.Of(text) ?? GridSheet.Of(text) ?? SettingsSheet.Of(text);
}
