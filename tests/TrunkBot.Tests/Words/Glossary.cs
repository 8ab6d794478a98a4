using System.Text.RegularExpressions;

namespace TrunkBot.Tests.Words;

/// <summary>A word that no text has, and what is said in its place.</summary>
/// <param name="Pattern">What is found, in any case.</param>
/// <param name="Instead">What is said in its place, and why.</param>
internal sealed record Banned(string Pattern, string Instead)
{
    private readonly Regex _pattern = new(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public bool IsIn(string text) => _pattern.IsMatch(text);
}

/// <summary>How the bot speaks: words that tired people and translators read once, and one word per thing.</summary>
internal static class Glossary
{
    /// <summary>A sentence that is longer than this is two.</summary>
    public const int LongestSentence = 200;

    /// <summary>Words and turns that read as if translated, or that blame, joke or shout.</summary>
    public static IReadOnlyList<Banned> Words { get; } =
    [
        new(@"\bmay\b(?! or may not\b)(?<!\bmay or may)", "can"),
        new(@"\bsuch\b", "like"),
        new(@"\b(thereof|thereby|therein|hereby|herein|whereof|whereby|hence|thus|upon|whilst|anew|afresh|shall|ought)\b", "a common word"),
        new(@"\b(whoever|whomever|whosoever|whatsoever)\b", "who it is: your administrators, the approver, you"),
        new(@"\b(please|oops|sorry|uh-oh|whoops|unfortunately|kindly)\b", "nothing: say the thing, then what to do"),
        new(@"!(?=\s|$)", "a full stop"),
        new(@"\bthe (user|asker)\b", "you, or the person's name"),
        new(@"\b(is|are|was|were|has|have|had|does|do|did|can|will) (it|they|you|we|he|she) not\b", "the usual word order"),
        new(@"\b(know|knows) no\b|\bknow not\b|\bnobody knows\b", "can't find, or didn't confirm"),
        new(@"\bI know\b", "I can't find …"),
        new(@"\b(what|who|that which) is no\b|\bis none\b|\bbe none\b", "isn't a …"),
        new(@"\bby somebody else with\b", "from another …"),
        new(@"\bby himself|by herself|themself\b", "on their own"),
        new(@"\w\((s|es|ren|ies)\)", "a form for one and a form for many: Plural.Of"),
        new(@"\betc\b|\be\.g\.|\bi\.e\.", "for example, or the whole list"),
    ];

    /// <summary>One word per thing; the words beside it are not used.</summary>
    public static IReadOnlyList<Banned> Things { get; } =
    [
        new(@"\b(user[ -]name|login name|user id)s?\b", "username"),
        new(@"\b(telephone|dial|dialling) numbers?\b", "phone number"),
        new(@"\b(host ?name|domain name|sip domain)s?\b", "host"),
        new(@"\b(approval room|approvals? channel|approvers' (room|channel))s?\b", "approvals room"),
        new(@"(?-i:\b(an|another|any|some) Admin\b(?! role)|\bAdmins\b)", "administrator"),
        new(@"(?-i:\b(an|another|any|some) Approver\b(?! role)|\bApprovers\b)", "approver"),
        new(@"\b(voice|sip|service|telephone|phone) providers?\b|\btelcos?\b|\btelephone compan", "carrier"),
        new(@"\b(pass phrase|passphrase|pass word|passcode)s?\b", "password"),
        new(@"\b(trunk )?identifiers?\b", "id"),
        new(@"\bclick(s|ed|ing)?\b", "press"),
        new(@"\be-mails?\b", "email"),
        new(@"(?<!--|//)\blog(ged)? ?in\b", "sign in"),
        new(@"\bfax\b|\bticket\b", "the thing's own name"),
    ];

    /// <summary>What can be counted: a number that is put in before one of these needs a form for one and a form for many.</summary>
    public const string Countable =
        "warnings?|errors?|numbers?|approvals?|approvers?|requests?|trunks?|things?|days?|hours?|minutes?|seconds?|months?|years?|characters?|letters?|digits?|"
        + "lines?|rows?|entry|entries|files?|jobs?|options?|words?|times?|people|persons?|administrators?|rules?|fields?|values?|bytes?|attempts?|retries|messages?|keys?|links?|keepers?";

    /// <summary>One of something that is many.</summary>
    public const string OneOfMany = @"(?<![\d.,:+\-])\b1 (?!is\b|was\b|has\b|does\b|this\b|as\b|address\b|less\b)\p{Ll}+s\b";
}
