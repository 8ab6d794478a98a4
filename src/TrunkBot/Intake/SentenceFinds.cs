using System.Collections.Frozen;
using TrunkBot.Intake.Forms;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake;

/// <summary>What a line without a label says; most lines of a mail say nothing of the trunk.</summary>
internal sealed class SentenceFinds(Addresses addresses, Subject subject)
{
    private const int Before = 48, Longest = 4000;

    private static readonly FrozenSet<string> s_callUs =
        ("call reach ring phone tel telephone fax support hotline office mobile cell my contact questions emergency noc helpdesk whatsapp us me ruf rufen anrufen telefon telefonisch mobil llame llamar llamenos telefono contacto appelez appeler telephone contactez ligue ligar telefone contato "
        + "conference dial desk handy fragen durchwahl").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_giving = "for with fur mit para con pour avec com".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_trunks = "trunk trunks troncal troncales tronco troncos".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_places =
        "on at via to through using host server domain registrar gateway auf bei uber an zu en a sur chez em no hacia mit".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_not = "not no non nicht kein statt sin sem sans without never".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_calls = "calls traffic invites anrufe gesprache llamadas appels chamadas".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> s_numberWords =
        "number numbers did dids ddi nummer rufnummer rufnummern nummern numero numeros number(s) नंबर 番号 caller cli".Split(' ').ToFrozenSet();

    public SentenceFind In(string line)
    {
        if (line.Length > Longest || subject.IsQuestion)
            return new(line, subject.IsRequest, [], [], [], []);
        var isAsked = subject.IsTelephony && (subject.IsRequest || subject.IsFragment) && subject.Elsewhere is 0;
        var (words, hosts) = (Word.In(line), Hosts(line, isAsked).ToList());
        IEnumerable<Pair> beside = isAsked && hosts.Count > 0 ? BesideHost(line, words) : [];
        return new(
            line, isAsked, [.. Sentences.PairsIn(line), .. beside], hosts, [.. Numbers(line, isAsked)],
            isAsked ? [.. DirectionWords.InSentence(line, words).Distinct()] : []);
    }

    /// <summary>The port and the transport that stand by a host: "sip.a.com port 5061, tls not tcp".</summary>
    public static IEnumerable<Pair> BesideHost(string line, List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var (before, word) = (i > 0 ? words[i - 1].Text : "", words[i].Text);
            if (before is "port" or "puerto" or "porta" && word.All(char.IsAsciiDigit))
                yield return new("sip port", LabelKind.Port, word, line);
            if (SipTarget.KnownTransport(word) is not null && !s_not.Contains(before))
                yield return new("transport", LabelKind.Transport, word, line);
        }
    }

    private IEnumerable<SipTarget> Hosts(string line, bool isAsked)
    {
        var (before, first) = ("", "");
        foreach (var word in Addresses.WordsOf(line))
        {
            if (word.Contains('.', StringComparison.Ordinal) && Addresses.Read(word) is { } target
                && (addresses.IsTrunks(target) || (IsPlace(before, first, isAsked) && !Addresses.IsWeb(target))))
                yield return target;
            (first, before) = (before, word);
        }
    }

    // "on sip.a.com" where somebody asks; "send calls to a.com" wherever it is about telephony.
    private bool IsPlace(string before, string first, bool isAsked) =>
        s_places.Contains(Folded.Of(before).TrimEnd(':')) && (isAsked || (subject.IsTelephony && s_calls.Contains(Folded.Of(first))));

    private static IEnumerable<string> Numbers(string line, bool isAsked)
    {
        foreach (var number in PhoneFinder.International(line))
        {
            var before = Word.In(line[Math.Max(0, number.Start - Before)..number.Start]);
            if (!(isAsked && IsGiven(before)) && before.TakeLast(5).Any(word => s_callUs.Contains(word.Text) && !(word.Text is "phone" or "caller" && isAsked && before.Exists(w => w.Text is "number" or "numbers"))))
                continue;
            if (isAsked || before.TakeLast(6).Any(word => s_numberWords.Contains(word.Text)))
                yield return number.E164;
        }
    }

    // "a trunk called Hotline for +1 …": what a trunk is for is no way to reach who asks, whatever stands between.
    private static bool IsGiven(List<Word> before) => before is [.., var last] && s_giving.Contains(last.Text) && before.Exists(word => s_trunks.Contains(word.Text));
}

/// <summary>What one sentence gives; a number is empty where there is a range of them.</summary>
internal sealed record SentenceFind(
    string Line, bool IsAsked, IReadOnlyList<Pair> Pairs, IReadOnlyList<SipTarget> Hosts, IReadOnlyList<string> Numbers, IReadOnlyList<string> Directions);
