using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat;

/// <summary>Makes a mention one word of a line: the name that is shown has blanks and means nobody, the id behind it does.</summary>
internal static class Mentions
{
    /// <summary>Puts <c>@id</c> where somebody is mentioned.</summary>
    public static string Fold(Activity activity, string text)
    {
        foreach (var mention in activity.GetMentions())
            if (mention is { Text.Length: > 0, Mentioned.Id: { } id } && !id.Any(c => char.IsWhiteSpace(c) || c is '"'))
                text = text.Replace(mention.Text, $" @{id} ", StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
