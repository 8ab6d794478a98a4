using System.Collections.Frozen;

namespace TrunkBot.Intake.Noticing;

/// <summary>How people call a password, in the languages of their carriers' mails, and mistyped.</summary>
internal static class SecretWords
{
    private static readonly FrozenSet<string> s_single = Set(
        "password passwords passwort passwd passcode passphrase pass pwd pwds pw psw pswd passw kennw pword passwrd secret authtoken apikey apisecret secretkey authpass userpwd sippass sippwd apass upass userpass trunkpass trunkpwd regpass regpwd dbpass dbpwd authpwd mypass token "
        + "kennwort kenwort geheimnis losungswort zugangscode wachtwoord paswoord losenord adgangskode passord salasana haslo heslo sifre parola "
        + "contrasena contrasenas contrasenya clave senha senhas segredo mdp motdepasse pin "
        + "пароль 密码 密碼 口令 비밀번호 パスワード 暗証番号 パスフレーズ シークレット पासवर्ड कूटशब्द पासकोड गुप्तशब्द");

    // A word and the next one; a third is passed over.
    private static readonly FrozenSet<string> s_pairs = Set(
        "auth token|access token|api key|api token|api secret|secret key|private key|access key|auth key|shared key|shared secret|client secret|bearer token|account key|sas key|pass word|pass phrase|pass code|pass wort|pass wd|"
        + "mot de|palavra passe|palavra chave|palavra de|clave secreta|clave api|cle secrete|cle api|cle d|chave secreta|chave api|chave de|codigo secreto|api schlussel|zugangs schlussel|api キー|md5 cred", '|');

    private static readonly string[] s_endings =
        ["password", "passwort", "passwd", "kennwort", "passphrase", "secret", "authtoken", "apikey", "パスワード", "पासवर्ड", "シークレット"];

    private static readonly FrozenSet<string> s_about = Set(
        "policy policies length rules reset expires expiry expiration expired min max minimum maximum hint strength page manager managers managed protected less auth authentication type required "
        + "file path name field fields column reminder complexity rotation rotated change changed change forgot forgotten recovery valid validity lifetime format url uri link id sid richtlinie lange "
        + "portal box prompt masked sent hash attempts history ttl enabled algorithm alg mode ref reference port");

    /// <summary>How many words of a label from here on call a secret; 0 when none does.</summary>
    public static int At(IReadOnlyList<Words.Word> words, int at)
    {
        var word = words[at].Text;
        if (word is "secret" && at > 0 && words[at - 1].Text is "existing")
            return 0; // it names one that is kept elsewhere
        if (at + 1 < words.Count && s_pairs.Contains($"{word} {words[at + 1].Text}") && Completes(words, at))
            return word is "mot" or "palavra" or "cle" or "chave" && at + 2 < words.Count && words[at + 1].Text is "de" or "d" ? 3 : 2;
        return IsOne(word) ? 1 : 0;
    }

    public static bool IsOne(string word) => s_single.Contains(word)
        || Array.Exists(s_endings, ending => word.EndsWith(ending, StringComparison.Ordinal))
        || word is { Length: > 6 and < 14 } && IsNear(word);

    /// <summary>Whether a Japanese particle is joined to it.</summary>
    public static bool HasParticle(string word) => word is [.., 'は' or 'を' or 'が' or 'も'] && IsOne(word[..^1]);

    /// <summary>Whether the word after it shows that it is spoken about a password, none is given.</summary>
    public static bool IsAbout(string next) => s_about.Contains(next);

    private static bool Completes(IReadOnlyList<Words.Word> words, int at) => (words[at].Text, words[at + 1].Text) switch
    {
        ("mot", _) => at + 2 < words.Count && words[at + 2].Text is "passe" or "pass",
        ("palavra", "de") => at + 2 < words.Count && words[at + 2].Text is "passe",
        ("cle", "d") => at + 2 < words.Count && words[at + 2].Text is "api" or "acces",
        ("chave", "de") => at + 2 < words.Count && words[at + 2].Text is "api" or "acesso",
        _ => true,
    };

    private static bool IsNear(string word) =>
        word[0] is 'p' && (OneSlip(word, "password") || OneSlip(word, "passwort") || OneSlip(word, "contrasena")) || OneSlip(word, "kennwort") || OneSlip(word, "contrasena");

    // One letter too many, too few, wrong, or two that changed places.
    private static bool OneSlip(string word, string right)
    {
        var i = 0;
        while (i < word.Length && i < right.Length && word[i] == right[i])
            i++;
        var left = word.AsSpan(i);
        var wanted = right.AsSpan(i);
        if (left.IsEmpty || wanted.IsEmpty)
            return left.Length + wanted.Length <= 1;
        return left[1..].SequenceEqual(wanted) || left.SequenceEqual(wanted[1..]) || left[1..].SequenceEqual(wanted[1..])
            || (left.Length > 1 && wanted.Length > 1 && left[0] == wanted[1] && left[1] == wanted[0] && left[2..].SequenceEqual(wanted[2..]));
    }

    private static FrozenSet<string> Set(string words, char between = ' ') => words.Split(between, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
