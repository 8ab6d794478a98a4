using System.Globalization;
using System.Text;

namespace TrunkBot.IntakeReport;

/// <summary>Texts that somebody could send to keep the bot busy, of whatever length.</summary>
internal static class Hostile
{
    // One piece, again and again: one endless line, or a line per piece.
    private static readonly string[] s_pieces =
    [
        "1", "<", "{", "[", "(", "\"", "'", "`", "@", ":", "=", ",", ";", "|", "/", "\\", "&", "-", ">", "*", "\t", " ", "\r", "\n",
        "a:", "a: ", "a@", "a=", "a;", "a, ", "a.b.", "|a", "a\n", "> ", ">>>> a\n", "a b: c\n", "- a: b\n", "host,user\n", "key = 1\n", "From: a\n", "[a]\ntype=peer\n", "a: b; c: d; e: f; ",
        "password ", "password: ", "password is ", "password:\n", "password-", "password_", "password/", "password: , ", "password is not password-is ", "pass:\"", "name=\"password\" value=\"\" ", "login=", "credentials a:", "password  ", "insert into a(secret) values('", "a...", "a  ", "login: a, ", "user-", "user: a password: b ", "--password ", "-u a:", "-u a:b ", "--user a:b ",
        "x:y@h.c ", "sip:", "sip:a@b.com ", "sip:a:b@", "sips://a.b;transport=tls ", "mail@sip.a.com, ", "eyJ", "eyJabcdefghij.abcdefghij ", "bearer ", "authorization: ", "-----BEGIN PRIVATE KEY-----", "sk-",
        "+1 ", "+1415555010", "+1 415 555 0100 ", "DID: +1 415 555 0100\n", "Number: 415 555 0100\nCountry: US\n", "+1 - 2 to ", "０", "＋", "tel:+14155550100,",
        "{\"a\":", "{\"a\":1}", "{\"a\":[", "[{}", "[{\"name\":\"a\"},", "{\"password\":\"", "<div>", "</div>", "<b><i>", "<p><b>", "<table><tr><td>", "<td>", "<br>", "<!--", "<![CDATA[", "&amp;", "&#", "<a b='", "<script>", "<pre>\t",
        "curl -d a=b ", "curl -d 'a=b&", "-d a=b&", "resource \"a\" \"b\" {\n", "a = [\n", "a = \"b\"\n", "register => a:b@c.com/d\n", "$A", "${A}", "%41",
        "トランク", "サーバー：", "सर्वर: ", "नंबर", "\u0301", "\u0301\u0327", "\u200b", "\u202e", "\ufeff", "\ud800", "\udc00\ud800", "😀", "ﬀ", "İ",
        "and ", "und ", "name ", "called ", "trunk named ", "the host is ", "a.com ", "sip.a.com ", "Host: sip.a.com\n", "Kind regards,\n", "inbound ", "Direction: inbound\n",
    ];

    public static IEnumerable<(string Name, Func<int, string> Of)> Kinds =>
    [
        .. s_pieces.Select(piece => (Shown(piece), (Func<int, string>)(length => Repeated(piece, length)))),
        ("password: a, blanks, b", length => $"password: a{new string(' ', length)}b"),
        ("host: a, blanks, user: b", length => $"host: a{new string(' ', length)}user: b"),
        ("name,host, blanks, quotes", length => $"name,host,{new string(' ', length / 2)}{new string('"', length / 2)}"),
        ("name,host, a row of quotes", length => $"name,host\na,{new string('"', length)}"),
        ("name,host, many columns", length => $"name,host{Repeated(",a", 100)}\n{Repeated("a,", length)}"),
        ("JSON that is nested and closed", length => $"{Repeated("[", length / 2)}{Repeated("]", length / 2)}"),
        ("objects that are nested and closed", length => $"{Repeated("{\"a\":", length * 5 / 6)}1{Repeated("}", length / 6)}"),
        ("an array of numbers", length => $"[{{\"host\":\"sip.a.com\",\"numbers\":[{Repeated("\"+14155550100\",", length)}\"1\"]}}]"),
        ("tags that are nested and closed", length => $"{Repeated("<div>", length * 5 / 11)}{Repeated("</div>", length * 6 / 11)}"),
        ("<p><b id=n>", length => Numbered("<p><b id=", ">", length)),
        ("<font color=n>", length => Numbered("<font color=", ">", length)),
        ("one tag of many attributes", length => $"<a{Numbered(" a", "=1", length)}>"),
        ("an attribute without end", length => $"<a b=\"{new string('c', length)}"),
        ("many labels that are new", length => Numbered("a", ": b\n", length)),
        ("many passwords that are new", length => Numbered("password: Secret", "\n", length)),
        ("many sections that are new", length => Numbered("[a", "]\ntype=peer\nhost=sip.a.com\n", length)),
        ("many hosts that are new", length => Numbered("host: sip", ".example.com\n", length)),
        ("many ports that are new", length => $"host: sip.a.com\n{Numbered("port: 1", "\n", length)}"),
        ("many numbers that are new", length => Numbered("DID: +141555501", "\n", length)),
        ("many national numbers", length => $"Country: US\n{Numbered("DID: 4155550", "\n", length)}"),
        ("base64 in one line", length => Base64(length)),
        ("base64 in lines", length => string.Join('\n', Base64(length).Chunk(76).Select(line => new string(line)))),
        ("a curl with an endless body", length => $"curl -X POST https://a.b -d '{Repeated("name=a&", length)}'"),
        ("a sentence without end", length => $"please set up a trunk {Repeated("on sip.a.com with user b and password C3 ", length)}"),
        ("forwarded ever deeper", length => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(length * 2.0)).Select(depth => $"{new string('>', depth - 1)}\n"))),
    ];

    public static string Repeated(string piece, int length) =>
        new StringBuilder(length + piece.Length).Insert(0, piece, (length / piece.Length) + 1).ToString(0, length);

    private static string Numbered(string before, string after, int length)
    {
        var text = new StringBuilder(length + 100);
        for (var i = 0; text.Length < length; i++)
            text.Append(before).Append(CultureInfo.InvariantCulture, $"{i}").Append(after);
        return text.ToString();
    }

    private static string Base64(int length)
    {
        var bytes = new byte[length * 3 / 4];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)((i * 7919 >> 3) ^ i);
        return Convert.ToBase64String(bytes);
    }

    private static string Shown(string piece) => string.Concat(piece.Select(character => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '|' => "\\|",
        '`' => "backtick",
        < '!' or (>= '\u0300' and < '\u0400') or (>= '\u2000' and < '\u2100') or (>= '\ud800' and < '\ue000') or '\ufeff' when character is not ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
        _ => character.ToString(),
    }));
}
