using System.Net;
using System.Text.RegularExpressions;

namespace TrunkBot.Protocol.Schema;

/// <summary>
/// What a person said, out of what a channel writes: without quotes that came along, the bot's own mention, markup around the line and
/// characters that nobody sees. Doing it twice changes nothing more.
/// </summary>
internal static partial class SpokenText
{
    public static string Of(Activity activity)
    {
        var text = UnseenCharacters.TakeOff(activity.Text ?? "");
        text = QuotedReplies.TakeOff(text, activity);
        text = MentionMarks.Replace(
            text, activity.GetMentions(), mention => mention.Mentioned!.Id == activity.Recipient?.Id ? " " : null);
        if (activity.MentionsRecipient())
            text = text.TrimStart([' ', '\n', ',', ':', ';']);
        text = WithoutMarkup(text.Trim(), activity.TextFormat == TextFormats.Xml);
        return WideLetters.Narrow(text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase)).Trim();
    }

    // A line that begins with an element is HTML as a whole. Within a plain one such words were typed, and only what stands at its end was not.
    private static string WithoutMarkup(string text, bool isMarkup)
    {
        if (!isMarkup && !StartsWithElement().IsMatch(text))
            return WithoutLastElements(text);
        var words = Inline().Replace(Block().Replace(text, "\n"), "");
        // What still has elements is left encoded, for whoever reads them.
        return (words.Contains('<', StringComparison.Ordinal) ? words : UnseenCharacters.TakeOff(WebUtility.HtmlDecode(words))).Trim();
    }

    private static string WithoutLastElements(string text)
    {
        while (text.EndsWith('>') && text.LastIndexOf('<') is >= 0 and var start && WholeElement().IsMatch(text.AsSpan(start)))
            text = text[..start].TrimEnd();
        return text;
    }

    [GeneratedRegex("^</?(?:p|div|br|span)(?:[ /][^<>]{0,300})?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithElement();

    [GeneratedRegex("^</?(?:p|div|br|span)(?:[ /][^<>]{0,300})?>$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WholeElement();

    [GeneratedRegex("</?(?:p|div|br)(?:[ /][^<>]{0,300})?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("</?(?:span|b|strong|i|em|u|s|font|code)(?:[ /][^<>]{0,300})?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inline();
}
