using System.Text.Json;

namespace TrunkBot.Access.Graph;

/// <summary>Object ids of Microsoft Entra, in the one form in which they are compared.</summary>
internal static class GraphId
{
    /// <summary>The id in lower case; null for what is none.</summary>
    public static string? Of(string? text) => Guid.TryParseExact(text, "D", out var id) ? id.ToString() : null;

    /// <summary>The ids in the list that Graph answers with.</summary>
    /// <exception cref="JsonException">There is no list, or something in it has no id.</exception>
    public static HashSet<string> AllIn(JsonElement answer, Func<JsonElement, JsonElement> idOf)
    {
        try
        {
            return [.. answer.GetProperty("value").EnumerateArray().Select(one => Of(idOf(one).GetString()) ?? throw new JsonException("An id is no GUID."))];
        }
        catch (Exception unfit) when (unfit is KeyNotFoundException or InvalidOperationException)
        {
            throw new JsonException("It is no list of ids.");
        }
    }
}
