using System.Collections.Frozen;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Noticing;

/// <summary>What stands where a password would be and is none: stars, a variable's name, "sent separately".</summary>
internal static class Placeholder
{
    private const int Longest = 200, Beginning = 80;

    private static readonly FrozenSet<string> s_words = Set(
        "null none nil undefined true false yes no na required optional missing wrong incorrect invalid unknown same empty blank unchanged hidden redacted separately expired correct needed tbd tba pending changed rotated reset updated renewed rejected refused stored saved leaked compromised weak short long lost gone fine ok "
        + "entfallt separat getrennt falsch richtig abgelaufen geandert unbekannt incorrecta incorrecto correcta invalida caducada cambiada desconocida incorreta expirada incorrect expire 不要 未定 非公開 नहीं "
        + "password passwort secret yourpassword mypassword string text securestring keine kein leer aucun ninguna nenhuma なし auth username user");

    private static readonly FrozenSet<string> s_openings = Set(
        "sent will see is in on provided separately via by per below above attached shown available request ask contact call please must should can cannot could would needs has was were to at and or but "
        + "de none no kein keine ninguna aucun ip too so very changed rotated updated renewed rejected refused stored saved kept still currently encrypted hashed managed generated protected leaked compromised "
        + "not only same as the a an your our my for from with without it this that which we you i if when once until wurde wird siehe folgt kommt separat getrennt erhalten senden nicht liegt ist per "
        + "kann muss bitte por se sera enviada enviado enviaremos ver le la el les su sua sera seront vous voir envoye separement nao esta segue "
        + "別途 別送 別 別メール अलग");

    private static readonly FrozenSet<string> s_holders = Set("config cfg settings options secrets env vault params props");

    private static readonly FrozenSet<string> s_closings = Set("thanks thank regards best kind cheers sincerely yours danke grusse gruss viele mit freundliche gracias saludos atentamente merci cordialement obrigado धन्यवाद");

    public static bool Is(ReadOnlySpan<char> value)
    {
        if (value.Length > Longest)
            return false;
        var trimmed = value.Trim().Trim("\"'`\\.,;").ToString();
        if (trimmed.Length is 0 || trimmed.Distinct().Count() is 1 || trimmed.All(c => "*xX•●.-_…·∙#".Contains(c, StringComparison.Ordinal)))
            return true;
        return IsVariable(trimmed) || s_words.Contains(Folded.Of(trimmed).Replace("/", "", StringComparison.Ordinal))
            || Folded.Of(trimmed).Replace('_', '-') is "your-password" or "my-password" or "your-sip-password" or "your-secret" or "your-auth-token" or "change-me" or "to-be-sent";
    }

    /// <summary>Words about a password instead of one.</summary>
    public static bool IsProse(ReadOnlySpan<char> value)
    {
        if (value.Length > Beginning)
            value = value[..Beginning];
        if (IsJapanese(value))
            return true;
        if (BeginsLikely(value))
            return false;
        var words = Word.In(value.ToString());
        if (words.Count is 0)
            return false;
        var isWordAlone = value.Trim().IndexOfAny(' ', '\t') < 0;
        return isWordAlone ? (s_words.Contains(words[0].Text) && words.Count is 1) || words[0].Text.StartsWith('別')
            : s_openings.Contains(words[0].Text) || words[0].Text.StartsWith('別');
    }

    /// <summary>Where a mail ends that says no password.</summary>
    public static bool IsClosing(ReadOnlySpan<char> line) => !BeginsLikely(line) && Word.In(line.ToString()) is [var first, ..] && s_closings.Contains(first.Text);

    private static bool BeginsLikely(ReadOnlySpan<char> value) =>
        value.TrimStart() is var rest && BareSecret.IsLikely(rest.IndexOfAny(' ', '\t') is >= 0 and var blank ? rest[..blank] : rest);

    // Words joined by hiragana, and nothing that one would type on a phone.
    private static bool IsJapanese(ReadOnlySpan<char> value)
    {
        var hiragana = 0;
        foreach (var character in value)
        {
            if (char.IsAsciiLetterOrDigit(character))
                return false;
            hiragana += character is >= '\u3041' and <= '\u3096' ? 1 : 0;
        }

        return hiragana >= 2;
    }

    private static bool IsVariable(string value) => value switch
    {
        ['$', '{', ..] or ['{', '{', ..] or ['<', .., '>'] or ['[', .., ']'] or ['%', .., '%'] or ['@', '{', ..] => true,
        ['$', _, ..] => value.AsSpan(1).IndexOfAnyExcept(s_nameCharacters) < 0,
        _ when value.Contains('_') && value.All(c => char.IsAsciiLetterUpper(c) || c is '_') => true,
        _ when IsMember(value) => true,
        _ => value.StartsWith("var.", StringComparison.Ordinal) || value.StartsWith("local.", StringComparison.Ordinal) || value.StartsWith("data.", StringComparison.Ordinal)
            || value.StartsWith("module.", StringComparison.Ordinal) || value.StartsWith("random_", StringComparison.Ordinal) || value.StartsWith("process.env", StringComparison.Ordinal)
            || value.StartsWith("os.environ", StringComparison.Ordinal) || value.StartsWith("os.getenv", StringComparison.Ordinal) || value.StartsWith("YOUR_", StringComparison.Ordinal),
    };

    // config.sip.password
    private static bool IsMember(string value) => value.IndexOf('.') is var dot and > 0 && s_holders.Contains(value[..dot]) && value.All(c => char.IsAsciiLetter(c) || c is '.' or '_');

    private static readonly System.Buffers.SearchValues<char> s_nameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
