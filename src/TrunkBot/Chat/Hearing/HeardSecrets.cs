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
    /// <param name="ids">What in it is an id and no password; asked for only where something looks like one.</param>
    public static (string Text, bool Found) TakeOut(ChatTurn turn, string text, bool isAnswer, Func<IReadOnlyList<string>> ids)
    {
        var noticed = Notice(text, isAlone: !isAnswer, ids);
        var found = noticed.Secrets > 0;
        if (found)
            turn.Activity.Text = text = noticed.Text;
        foreach (var attachment in turn.Activity.Attachments ?? [])
            found |= TakeOut(attachment, ids);
        return (text, found);
    }

    /// <summary>The message as HTML, where the channel sends it beside the text.</summary>
    public static string? HtmlOf(Activity activity) => activity.Attachments?.Find(IsHtml)?.Content?.GetString();

    private static bool TakeOut(Attachment attachment, Func<IReadOnlyList<string>> ids)
    {
        if (!IsHtml(attachment) || Notice(HtmlText.Of(attachment.Content!.Value.GetString()!), isAlone: false, ids) is not { Secrets: > 0 } noticed)
            return false;
        attachment.Content = JsonSerializer.SerializeToElement($"<pre>{WebUtility.HtmlEncode(noticed.Text)}</pre>");
        return true;
    }

    // What is found without the ids is found with them too, and then nothing of the message is trusted.
    private static Noticed Notice(string text, bool isAlone, Func<IReadOnlyList<string>> ids)
    {
        var noticed = SecretNotice.In(text, isAlone);
        return noticed.Secrets > 0 && ids() is { Count: > 0 } known && SecretNotice.In(Without(known, text), isAlone).Secrets is 0 ? new(text, 0) : noticed;
    }

    private static string Without(IReadOnlyList<string> ids, string text) =>
        ids.Aggregate(text, (rest, id) => rest.Replace(id, "", StringComparison.Ordinal));

    private static bool IsHtml(Attachment? attachment) =>
        attachment is { ContentType: Html, Content.ValueKind: JsonValueKind.String };
}
