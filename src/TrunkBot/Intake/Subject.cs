using System.Collections.Frozen;
using TrunkBot.Intake.Words;
using TrunkBot.Presets;

namespace TrunkBot.Intake;

/// <summary>What a text is about: asking for a trunk, telephony at all, or something else with numbers and names in it.</summary>
internal sealed record Subject
{
    private static readonly FrozenSet<string> s_telephony = Set(
        "sip trunk trunks trunking pstn voip registrar pjsip asterisk did dids ddi termination livekit videosdk byoc byot twilio telnyx plivo vonage zadarma didww exotel vobiz vapi nexmo "
        + "troncal troncales tronco troncos ट्रंक सिप एसआईपी トランク");

    private static readonly FrozenSet<string> s_asks = Set(
        "like set setup create make add need needs want provision order connect configure build register please get give open request new start prepare put spin onboard pls plz "
        + "einrichten anlegen brauch brauche brauchte brauchen bitte erstelle erstellen richte lege mochte mochten neuen neue crear crea cree necesito necesitamos configura configurar quiero queremos nuevo nueva dame creame ponme hazme monta "
        + "creer cree creez besoin faudrait voudrais voudrions souhaite souhaitons configurer configure configurez nouveau nouvelle ajouter ajoute faut fais mets criar cria crie faz preciso precisamos quero queremos gostaria configurar configure novo nova "
        + "चाहिए बनाओ बनाएं बनाइए बना बनाना जोड़ें कृपया सेट 作成 お願い 設定 追加 欲しい ほしい ください 新規");

    private static readonly FrozenSet<string> s_elsewhere = Set(
        "invoice invoices rechnung factura facture fatura meeting webinar agenda calendar besprechung reunion reuniao newsletter unsubscribe abmelden conference zoom webex dial-in "
        + "firing resolved severity critical alert alerts dinner lunch payment overdue receipt outage incident postmortem maintenance wartung mantenimiento manutencao 会議 請求書 बैठक बिल चालान quotation quote failed failing unreachable notice error angebot invitation einladung");

    private static readonly FrozenSet<string> s_questions = Set(
        "what why how when where who which does is are was did do has have was wie warum wann wer welche welcher was que por cual como cuando quien quel quelle pourquoi comment quand qui est qual quando quem porque क्या क्यों कैसे कब");

    private static readonly FrozenSet<string> s_polite = Set("can could would will may kannst konnen konntest konnten puedes podrias podria pueden peux peut pouvez pourriez pourrais pode poderia podes podem");

    private static readonly FrozenSet<string> s_one = Set("a an one another two ein einen eine un una une um uma");

    private static readonly FrozenSet<string> s_trunks = Set("trunk trunks siptrunk troncal troncales tronco troncos");

    // What tells of a trunk that there is.
    private static readonly FrozenSet<string> s_tells = Set(
        "is are was were has have had been will ist sind war wurde wurden hat haben wird es son fue fueron ha han fut est sont ete foi foram tem");

    /// <summary>Whether a word of telephony or a carrier's host is in it.</summary>
    public bool IsTelephony { get; private init; }

    /// <summary>Whether somebody asks for something to be made.</summary>
    public bool IsRequest { get; private init; }

    /// <summary>Whether it is a question that wants an answer, no deed.</summary>
    public bool IsQuestion { get; private init; }

    /// <summary>How many words point to something else: a bill, a meeting.</summary>
    public int Elsewhere { get; private init; }

    /// <summary>A few words without a sentence, such as a host and a number.</summary>
    public bool IsFragment { get; private init; }

    public static Subject Of(string text, PresetCatalog presets)
    {
        var words = Word.In(text);
        var has = words.Select(word => word.Text).ToHashSet();
        var known = new Addresses(presets);
        var isPolite = words.Take(6).Any(word => s_polite.Contains(word.Text));
        var isQuestion = !isPolite && (text.AsSpan().TrimEnd() is [.., '?' or '？'] || (words.Count > 0 && s_questions.Contains(words[0].Text))) && !text.Contains('\n', StringComparison.Ordinal);
        var isTelephony = Shares(has, s_telephony) || presets.All.Any(preset => !preset.IsCustom && has.Contains(preset.Id)) || has.Any(word => word[0] >= '\u0900' && s_telephony.Any(known => known[0] >= '\u0900' && word.Contains(known, StringComparison.Ordinal)))
            || Addresses.WordsOf(text.Replace('=', ' ')).Any(word => word.Length < 200 && word.Contains('.', StringComparison.Ordinal) && Addresses.Read(word) is { } target && known.IsTrunks(target));
        return new()
        {
            IsTelephony = isTelephony,
            IsQuestion = isQuestion,
            IsRequest = !isQuestion && (isPolite || Shares(has, s_asks) || IsOrder(words, has) || has.Any(word => word[0] >= '\u0900' && s_asks.Any(ask => ask[0] >= '\u0900' && word.Contains(ask, StringComparison.Ordinal)))),
            Elsewhere = s_elsewhere.Count(has.Contains),
            IsFragment = words.Count is > 0 and <= 14 && !isQuestion,
        };
    }

    // "a Twilio trunk called hotline, outbound, …": who names one and says nothing of it orders it, as in a shop.
    private static bool IsOrder(List<Word> words, HashSet<string> has) =>
        words.Count > 0 && s_one.Contains(words[0].Text) && words.Take(5).Any(word => s_trunks.Contains(word.Text)) && !Shares(has, s_tells);

    private static bool Shares(HashSet<string> has, FrozenSet<string> known) => known.Any(has.Contains);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
