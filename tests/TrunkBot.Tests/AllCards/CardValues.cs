using TrunkBot.Trunks;
using TrunkBot.Trunks.Fields;

namespace TrunkBot.Tests.AllCards;

/// <summary>What people and VideoSDK may put into a card: ordinary values, and such as try to be more than text.</summary>
internal sealed record CardValues(string Kind, TrunkFields Typed, string Person, string Comment)
{
    private const string Markdown = "**bold** [link](http://evil.example) _it_ `code` ![x](http://evil.example/x.png)";
    private const string Html = "<img src=x onerror=alert(1)><a href=\"http://evil.example\">x</a> &amp; </div>";
    private const string Emoji = "👩‍👩‍👧‍👦 🇮🇳 ☎️ 電話 trunk";
    private const string RightToLeft = "خط صوتي +14155550100 (שלום)";
    private const string Template = "{{DATE(2026-11-23T09:00:00Z, SHORT)}} ${name} {0}";
    private const string Blocks = "# heading\n- item\n1. one\n> quote\n---\n| a | b |\n|---|---|\n\n    code";
    private const string Hidden = "a\u0000\u0007\u001B[31m\u202Eevil\u202C\u200B\uFEFF\u2028b\tc\u00A0d";

    public static readonly IReadOnlyList<CardValues> All =
    [
        new("plain", Fields(name: "voice agents"), "Riya Shah", "Looks right, go on."),
        Hostile("Markdown", Markdown),
        Hostile("HTML", Html),
        Hostile("emoji", Emoji),
        Hostile("right to left", RightToLeft),
        Hostile("template", Template),
        Hostile("blocks", Blocks),
        Hostile("hidden characters", Hidden),
        new("long", Long(64, "n", numbers: 100), new string('P', 128), new string('c', 500)),
        new("wide", Long(64, "電", TrunkOptions.NumbersOnACard), string.Concat(Enumerable.Repeat("電", 128)), string.Concat(Enumerable.Repeat("話", 500))),
    ];

    /// <summary>What a form may be sent back with although no rule takes it.</summary>
    public static readonly CardValues Absurd = new(
        "absurd",
        new TrunkFields
        {
            Name = new string('n', 40_000),
            Domain = new string('d', 40_000),
            Direction = new string('x', 40_000),
            Numbers = string.Join(", ", Enumerable.Range(0, 10_000).Select(n => $"number {n}")),
            Username = new string('u', 40_000),
        },
        new string('P', 40_000),
        new string('c', 500));

    /// <summary>Longer than any rule lets pass; stays a draft.</summary>
    public bool IsAbsurd => ReferenceEquals(this, Absurd);

    /// <summary>What has to be readable on every card about a request.</summary>
    public string?[] Shows => IsAbsurd ? [] : [Typed.Name, Typed.Username, Person];

    private static CardValues Hostile(string kind, string text) => new(kind, Fields(text, text, text), text, text);

    private static TrunkFields Fields(string name, string domain = "acme.pstn.twilio.com", string username = "acme") => new()
    {
        Name = name,
        Domain = domain,
        Direction = "outbound",
        Numbers = "+14155550100, +14155550101",
        Username = username,
    };

    private static TrunkFields Long(int name, string letter, int numbers) => new()
    {
        Name = string.Concat(Enumerable.Repeat(letter, name)),
        Domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 4)),
        Direction = "inbound",
        Numbers = string.Join(", ", Enumerable.Range(0, numbers).Select(n => $"+49301234567{n:0000}")),
        Username = new string('u', 255),
    };
}
