using TrunkBot.Languages;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Fields;

/// <summary>The direction: one of two words; other words for the same are explained, not taken.</summary>
internal static class DirectionRules
{
    public static Reviewed<string> Review(string? typed)
    {
        var word = typed?.Trim().ToLowerInvariant() ?? "";
        return Typed.InEnglish(word) switch
        {
            (TrunkDirection.Inbound or TrunkDirection.Outbound) and var direction => new(direction, []),
            "" => Refuse(FieldTexts.NoDirection),
            "both" or "bidirectional" or "bi-directional" or "two-way" or "2-way" or "any" or "all"
                or "inout" or "in/out" or "inbound/outbound" or "inbound and outbound" or "inbound, outbound" => Refuse(FieldTexts.BothDirections),
            "in" or "incoming" => Mend(word, TrunkDirection.Inbound),
            "out" or "outgoing" => Mend(word, TrunkDirection.Outbound),
            "receive" or "origination" or "did" => Refuse(FieldTexts.OtherWord(TrunkDirection.Inbound)),
            "dial" or "termination" => Refuse(FieldTexts.OtherWord(TrunkDirection.Outbound)),
            _ => Refuse(FieldTexts.NotADirection),
        };
    }

    private static Reviewed<string> Mend(string typed, string direction) => new(direction, [FieldTexts.DirectionBecomes(typed, direction)]);

    private static Reviewed<string> Refuse(Finding finding) => Reviewed<string>.Refused(finding);
}
