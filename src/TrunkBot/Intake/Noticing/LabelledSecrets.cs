using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>Secrets that a word before them calls so.</summary>
internal static class LabelledSecrets
{
    private static readonly HashSet<string> s_both =
        ["credentials", "credential", "login", "logins", "auth", "account", "zugangsdaten", "anmeldedaten", "logindaten", "identifiants", "credenciales", "credenciais", "userpw", "creds", "acceso", "acesso"];

    private static bool IsOfTwo(string text, List<Word> words, int at) =>
        at > 0 && text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End).Trim() is "/" or "&" or "+";

    /// <param name="text">The text.</param>
    /// <param name="headers">Where lines begin that hold labels alone.</param>
    /// <param name="known">Secrets that are known already, in their order: a word within one of them is a part of it and calls nothing so.</param>
    public static IEnumerable<Stretch> In(string text, HashSet<int> headers, List<Stretch> known)
    {
        var folded = Folded.Of(text);
        var next = 0;
        foreach (var line in Lines.In(text))
        {
            if (headers.Contains(line.Start))
                continue;
            var words = Word.In(text, folded, line.Start, line.End);
            var done = line.Start;
            for (var i = 0; i < words.Count; i++)
            {
                while (next < known.Count && known[next].End <= words[i].Start)
                    next++;
                if (words[i].Start < done || (next < known.Count && known[next].Start <= words[i].Start))
                    continue;
                var value = SecretWords.At(words, i) is var count and > 0
                    ? (IsOfTwo(text, words, i) ? PairValue.SecondAfter(text, words[i + count - 1].End, line) : null) ?? SecretValue.After(text, words, i + count - 1, line)
                    : s_both.Contains(words[i].Text) ? PairValue.SecondAfter(text, words[i].End, line)
                    : SecretWords.HasParticle(words[i].Text) ? LinkedValue.AfterParticle(text, words[i].End, line) : null;
                if (value is not { IsEmpty: false } secret)
                    continue;
                yield return secret;
                done = secret.End;
            }
        }
    }
}
