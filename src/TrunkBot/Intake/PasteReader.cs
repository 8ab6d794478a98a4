using TrunkBot.Intake.Forms;
using TrunkBot.Intake.Noticing;
using TrunkBot.Intake.Words;
using TrunkBot.Presets;

namespace TrunkBot.Intake;

/// <summary>Reads what somebody pasted for a trunk. Nothing is guessed: what is not said stays empty, what is said twice is offered twice.</summary>
internal sealed class PasteReader(PresetCatalog presets)
{
    /// <summary>How many characters are read.</summary>
    public const int Longest = 64 * 1024;

    private readonly Addresses _addresses = new(presets);

    /// <summary>Takes secrets out, then reads what is left.</summary>
    /// <param name="text">The message.</param>
    /// <param name="html">The same message with its markup, where the channel sends it: it has the tables.</param>
    public Reading Read(string text, string? html = null)
    {
        if (text.Length <= Longest && html is not { Length: > Longest })
            return ReadWhole(text, html);
        var noticed = SecretNotice.In(text);
        return new Reading { Text = noticed.Text, Secrets = noticed.Secrets, IsTooLong = true };
    }

    /// <summary>Whatever its length: the time grows with it and no faster.</summary>
    public Reading ReadWhole(string text, string? html = null)
    {
        var noticed = SecretNotice.In(text);
        if (!string.IsNullOrWhiteSpace(html) && SecretNotice.In(HtmlText.Of(html)) is var marked && !string.IsNullOrWhiteSpace(marked.Text))
            noticed = marked with { Secrets = Math.Max(marked.Secrets, noticed.Secrets) };
        return Read(noticed.Text) with { Text = noticed.Text, Secrets = noticed.Secrets };
    }

    private Reading Read(string text)
    {
        var subject = Subject.Of(text, presets);
        if (CodeOf(text) is { } sheet)
        {
            var (code, mail) = (new Gathering(_addresses), new Gathering(_addresses));
            code.AddAll(sheet.Pairs.Where(pair => pair.Row is 0));
            if (!code.HasField || (!subject.IsTelephony && !code.IsBelievable(subject)))
                return FromMail(text, subject);
            mail.AddMail(MailSheet.Of(sheet.Rest), subject);
            code.AddDirectionOfCommand(sheet.Rest.Length > 0 ? sheet.Rest : text);
            return code.Finish(mail) with { Rows = sheet.Rows };
        }

        return FromMail(text, subject);
    }

    private Reading FromMail(string text, Subject subject)
    {
        var mail = new Gathering(_addresses);
        mail.AddMail(MailSheet.Of(text), subject);
        return mail.IsBelievable(subject) ? mail.Finish(null) with { Rows = 1 } : Reading.Nothing;
    }

    private static Sheet? CodeOf(string text) => JsonSheet.Of(text) ?? CommandSheet.Of(text) ?? GridSheet.Of(text) ?? SettingsSheet.Of(text);
}
