using System.Collections.Frozen;
using TrunkBot.Intake.Noticing;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>A line of a mail without the marks of quoting and of lists.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Block">Lines with no empty line between them are one block.</param>
/// <param name="IsSignature">Under the closing words: who wrote it, not what it is about.</param>
internal sealed record MailLine(string Text, int Block, bool IsSignature)
{
    private static readonly FrozenSet<string> s_closings =
        ("best regards|kind regards|warm regards|regards|thanks|thank you|many thanks|thanks and regards|cheers|sincerely|yours sincerely|best|all the best|with best regards|yours truly|mit freundlichen grusen|freundliche gruse|viele gruse|beste gruse|liebe gruse|mfg|gruse|vg|schone gruse|"
        + "saludos|un saludo|saludos cordiales|atentamente|un cordial saludo|gracias|cordialement|bien cordialement|bien a vous|cdt|salutations|merci|sinceres salutations|atenciosamente|cumprimentos|com os melhores cumprimentos|abracos|obrigado|obrigada|att|melhores cumprimentos|"
        + "धन्यवाद|सादर|शुभकामनाओं सहित|よろしくお願いいたします|よろしくお願いします|宜しくお願いいたします|宜しくお願い致します|敬具|以上|何卒よろしくお願いいたします|よろしくお願い致します|sent from my iphone|sent from outlook for ios|von meinem iphone gesendet|-- ").Split('|').Select(Word.Phrase).ToFrozenSet();

    /// <summary>The lines that say something.</summary>
    public static IEnumerable<MailLine> In(string text)
    {
        var (block, isSignature) = (0, false);
        foreach (var line in Lines.In(text))
        {
            var content = text[Math.Min(Lines.ContentStart(text, line), line.End)..line.End].Trim();
            if (content.Length is 0)
            {
                block++;
                continue;
            }

            if (IsClosing(content))
                isSignature = true;
            else if (BeginsMail(content))
                (isSignature, block) = (false, block + 1);
            yield return new(content, block, isSignature);
        }
    }

    private static bool IsClosing(string line) => line is "--" or "-- " or "---" or "__"
        || (line.Length <= 60 && (s_closings.Contains(Word.Phrase(line)) || (line.IndexOfAny([',', '。', '!', '.']) is var at and > 0 && s_closings.Contains(Word.Phrase(line[..at])) && line.Length - at < 25 && !line.Contains(':', StringComparison.Ordinal))));

    private static bool BeginsMail(string line) => line.StartsWith("-----", StringComparison.Ordinal) || line.StartsWith("_____", StringComparison.Ordinal)
        || line.StartsWith("Begin forwarded", StringComparison.Ordinal) || line.EndsWith("wrote:", StringComparison.Ordinal) || line.EndsWith("schrieb:", StringComparison.Ordinal)
        || line.EndsWith("escribió:", StringComparison.Ordinal) || line.EndsWith("a écrit :", StringComparison.Ordinal) || line.EndsWith("escreveu:", StringComparison.Ordinal)
        || (NextPair.Separator(line) is var at and > 0 and < 20 && LabelTable.Kind(line[..at]) is LabelKind.Mail);
}
