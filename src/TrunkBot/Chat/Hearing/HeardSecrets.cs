using System.Net;
using System.Text.Json;
using TrunkBot.Intake;
using TrunkBot.Intake.Noticing;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat.Hearing;

/// <summary>Takes passwords out of a message before anything else sees it: what is not there cannot be stored, logged or shown.</summary>
internal static class HeardSecrets
{
    private const string Html = "text/html";

    /// <summary>The text without them, and whether there were any. The activity has none any more either.</summary>
    /// <param name="turn">Whose message.</param>
    /// <param name="text">What is to be heard of it.</param>
    /// <param name="isAnswer">A single word may then be any answer, however odd.</param>
    public static (string Text, bool Found) TakeOut(ChatTurn turn, string text, bool isAnswer)
    {
        var noticed = SecretNotice.In(text, isAlone: !isAnswer);
        var found = noticed.Secrets > 0;
        if (found)
            turn.Activity.Text = text = noticed.Text;
        foreach (var attachment in turn.Activity.Attachments ?? [])
            found |= TakeOut(attachment);
        return (text, found);
    }

    /// <summary>The message as HTML, where the channel sends it beside the text.</summary>
    public static string? HtmlOf(Activity activity) => activity.Attachments?.Find(IsHtml)?.Content?.GetString();

    private static bool TakeOut(Attachment attachment)
    {
        if (!IsHtml(attachment) || SecretNotice.In(HtmlText.Of(attachment.Content!.Value.GetString()!), isAlone: false) is not { Secrets: > 0 } noticed)
            return false;
        attachment.Content = JsonSerializer.SerializeToElement($"<pre>{WebUtility.HtmlEncode(noticed.Text)}</pre>");
        return true;
    }

    private static bool IsHtml(Attachment? attachment) =>
        attachment is { ContentType: Html, Content.ValueKind: JsonValueKind.String };
}
