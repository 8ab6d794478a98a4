namespace TrunkBot.Trunks.Fields;

/// <summary>The direction: one of two words; other words for the same are explained, not taken.</summary>
internal static class DirectionRules
{
    private const string Choices = "Choose inbound for calls that come in, or outbound for calls that go out.";

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
            "in" or "incoming" or "receive" or "origination" or "did" =>
                Refuse("That is not the word for this direction.", "Did you mean inbound?"),
            "out" or "outgoing" or "dial" or "termination" =>
                Refuse("That is not the word for this direction.", "Did you mean outbound?"),
            _ => Refuse("The direction is neither inbound nor outbound.", Choices),
        };
    }

    private static Reviewed<string> Refuse(string reason, string remedy) =>
        Reviewed<string>.Refused(Finding.Error(FieldIds.Direction, reason, remedy));
}
