namespace TrunkBot.Trunks.Fields;

/// <summary>The direction: one of two words; other words for the same are explained, not taken.</summary>
internal static class DirectionRules
{
    private const string Choices = "Choose a direction: inbound (calls to you) or outbound (calls you make).";

    public static Reviewed<string> Review(string? typed)
    {
        var word = typed?.Trim().ToLowerInvariant() ?? "";
        return word switch
        {
            TrunkDirection.Inbound or TrunkDirection.Outbound => new(word, []),
            "" => Refuse("No direction was chosen.", Choices),
            "both" or "bidirectional" or "bi-directional" or "two-way" or "2-way" or "any" or "all"
                or "inout" or "in/out" or "inbound/outbound" or "inbound and outbound" or "inbound, outbound" =>
                Refuse("A trunk has one direction.", "Make two trunks, one inbound and one outbound, with different passwords."),
            "in" or "incoming" => Mend(word, TrunkDirection.Inbound),
            "out" or "outgoing" => Mend(word, TrunkDirection.Outbound),
            "receive" or "origination" or "did" => Offer(TrunkDirection.Inbound),
            "dial" or "termination" => Offer(TrunkDirection.Outbound),
            _ => Refuse("That is not a direction.", Choices),
        };
    }

    private static Reviewed<string> Mend(string typed, string direction) => new(direction, [FieldTexts.DirectionBecomes(typed, direction)]);

    private static Reviewed<string> Offer(string direction) => Reviewed<string>.Refused(
        Finding.Error(FieldIds.Direction, "That is not the word for this direction.", FieldTexts.DidYouMean(direction)) with { Suggestion = direction });

    private static Reviewed<string> Refuse(string reason, string remedy) =>
        Reviewed<string>.Refused(Finding.Error(FieldIds.Direction, reason, remedy));
}
