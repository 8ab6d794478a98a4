using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat.Hearing;

/// <summary>Makes a mention one word of a line: the name that is shown has blanks and means nobody, the id behind it does.</summary>
internal static class Mentions
{
    private const int LongestId = 300;

    /// <summary>Puts <c>@id</c> where somebody is mentioned.</summary>
    public static string Fold(Activity activity, string text) => activity.ReplaceMentions(
        text,
        mention => mention.Mentioned?.Id is { Length: > 0 and <= LongestId } id && !id.Any(c => char.IsWhiteSpace(c) || c is '"') ? $" @{id} " : null);
}
