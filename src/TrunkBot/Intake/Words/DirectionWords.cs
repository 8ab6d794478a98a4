using System.Collections.Frozen;

namespace TrunkBot.Intake.Words;

/// <summary>Which way calls go, as people say it. VideoSDK's words are <c>inbound</c> and <c>outbound</c>.</summary>
internal static class DirectionWords
{
    public const string Inbound = "inbound", Outbound = "outbound";

    private static readonly FrozenDictionary<string, string> s_words = Words(
        (Inbound, "inbound incoming in ingress receive receiving origination eingehend eingehende eingehenden ankommend kommend entrante entrantes entrant entrants entrada entrantes recebidas recebimento recibir entradas inkommend आवक इनबाउंड इनकमिंग 着信 インバウンド 受信 着信用"),
        (Outbound, "outbound outgoing out egress termination ausgehend ausgehende ausgehenden abgehend abgehende gehend saliente salientes sortant sortants sortante saida saidas efetuadas salida emitidas जावक आउटबाउंड आउटगोइंग 発信 アウトバウンド 発信用"));

    // In a sentence these mean other things more often.
    private static readonly FrozenSet<string> s_vague = "in out termination origination entrada salida receive receiving recibir receive recebimento entradas saida saidas ingress egress 受信".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_things =
        "proxy voice ip ips uri server port ports profile profiles caller cli settings setting rate rates rule rules signalling signaling fee fees traffic-ip host email emails mail channel channels queue concurrent".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_both = "both bidirectional bidirektional twoway duplex ambos ambas beide beides beidseitig ambas bidireccional bidirectionnel bidirecional 双方向 दोनों 発着信 両方向".Split(' ').ToFrozenSet();

    /// <summary>What a field's value means; both where it says both, none where it says neither.</summary>
    public static IReadOnlyList<string> OfValue(string value)
    {
        var words = Word.In(value);
        if (words.Count > 12)
            return [];
        if (words.Exists(word => s_both.Contains(word.Text)))
            return [Inbound, Outbound];
        return [.. words.Select(word => Of(word.Text)).OfType<string>().Distinct()];
    }

    /// <summary>The directions that a sentence asks for.</summary>
    public static IEnumerable<string> InSentence(string sentence, List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Of(words[i].Text) is { } direction && (!s_vague.Contains(words[i].Text) || IsTrunks(words, i)) && !IsOfThing(sentence, words, i))
                yield return direction;
        }
    }

    // "Outbound proxy", and not "outbound, host …".
    private static bool IsOfThing(string sentence, List<Word> words, int at) =>
        at + 1 < words.Count && s_things.Contains(words[at + 1].Text) && sentence[words[at].End..words[at + 1].Start] is ("" or " " or "-" or "_");

    // A trunk "de saida", and calls "de entrada".
    private static bool IsTrunks(List<Word> words, int at) => at > 1 && words[at - 1].Text is "de" && words[at - 2].Text is "trunk" or "tronco" or "troncal" or "sip" or "chamadas" or "llamadas";

    private static string? Of(string word) => s_words.TryGetValue(word, out var direction) ? direction
        : word[0] >= '\u0900' ? Array.Find([.. s_words.Keys], known => known[0] >= '\u0900' && word.Contains(known, StringComparison.Ordinal)) is { } part ? s_words[part] : null : null;

    private static FrozenDictionary<string, string> Words(params (string Direction, string Words)[] all) =>
        all.SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Direction))).DistinctBy(entry => entry.word).ToFrozenDictionary(entry => entry.word, entry => entry.Direction);
}
