using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using TrunkBot.Languages;
using TrunkBot.Secrets.Passwords;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>The one-time page as HTML: no script, nothing from elsewhere, and never a password that somebody typed.</summary>
internal static class OneTimePage
{
    public const string Password = "password", Do = "do", Keep = "keep", Generate = "generate";

    public static string Of(PageState state, AntiforgeryTokenSet? form) => state switch
    {
        PageAsks asks => Frame(Title(asks.Link), Asks(asks, form!)),
        PageTook { Generated: { } generated } took => Frame(Title(took.Link), Made(took, generated.Reveal())),
        PageTook took => Frame(Title(took.Link), Took(took)),
        PageForeign => Note(OneTimeTexts.NothingTaken, OneTimeTexts.Foreign),
        PageUnread => Note(OneTimeTexts.NothingTaken, OneTimeTexts.Unread),
        PageBusy => Note(OneTimeTexts.NothingTaken, OneTimeTexts.Busy),
        _ => Note(OneTimeTexts.Dead, OneTimeTexts.WhyDead),
    };

    private static string Asks(PageAsks asks, AntiforgeryTokenSet form) => $"""
        <h1>{Title(asks.Link)}</h1>
        <p class="lead">{Text(asks.Wanted.Title)}</p>
        {Flaws(asks.Flaws, OneTimeTexts.NotKept, "error")}
        <form method="post" autocomplete="off">
          <input type="hidden" name="{form.FormFieldName}" value="{Text(form.RequestToken)}">
          <label for="password">{OneTimeTexts.Label}</label>
          <p class="hint" id="hint">{OneTimeTexts.Hint}</p>
          <input id="password" name="{Password}" type="password" required autofocus maxlength="300" autocomplete="off" autocapitalize="none"
            spellcheck="false" aria-describedby="hint{(asks.Flaws.Count > 0 ? " findings" : "")}"{(asks.Flaws.Count > 0 ? " aria-invalid=\"true\"" : "")}>
          <button name="{Do}" value="{Keep}">{OneTimeTexts.Keep}</button>
        </form>
        <p class="or"><span>{OneTimeTexts.Or}</span></p>
        <form method="post">
          <input type="hidden" name="{form.FormFieldName}" value="{Text(form.RequestToken)}">
          <p class="hint" id="made">{OneTimeTexts.WillBeMade}</p>
          <button class="second" name="{Do}" value="{Generate}" aria-describedby="made">{OneTimeTexts.Generate}</button>
        </form>
        <footer>{OneTimeTexts.Until(asks.Wanted.Zone.Time(asks.Link.ExpiresAt))}</footer>
        """;

    private static string Took(PageTook took) => $"""
        <h1><span class="tick" aria-hidden="true">✓</span>{OneTimeTexts.Received}</h1>
        <p class="lead">{Text(OneTimeTexts.KeptFor(took.Link.SubjectId))}</p>
        {Flaws(took.Warnings, OneTimeTexts.ApproverSees, "warning")}
        {Back}
        """;

    private static string Made(PageTook took, string password) => $"""
        <h1><span class="tick" aria-hidden="true">✓</span>{OneTimeTexts.Made}</h1>
        <p class="lead">{OneTimeTexts.ShownOnce} <b>{OneTimeTexts.StoreNow}</b></p>
        <label class="sr" for="made">{OneTimeTexts.MadeLabel}</label>
        <input class="made" id="made" readonly autocomplete="off" spellcheck="false" value="{Text(password)}">
        <p class="hint">{OneTimeTexts.HowToCopy}</p>
        {Flaws(took.Warnings, OneTimeTexts.ApproverSees, "warning")}
        {Back}
        """;

    private static string Back => $"""
        <p class="next">{OneTimeTexts.Next}</p>
        """;

    public static string Note(string title, string sentence) => Frame(title, $"""
        <h1>{title}</h1>
        <p class="lead">{sentence}</p>
        """);

    private static string Flaws(IReadOnlyList<PasswordFlaw> flaws, string title, string kind) => flaws.Count == 0 ? "" : $"""
        <section class="{kind}" id="findings" {(kind == "error" ? "role=\"alert\"" : "")}>
          <h2>{title}</h2>
          <ul>{string.Concat(flaws.Select(flaw => $"<li>{Text(flaw.Reason)} {Text(flaw.Remedy)}</li>"))}</ul>
        </section>
        """;

    public static string Frame(string title, string content) => $"""
        <!doctype html>
        <html lang="{Language.Current}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} · TrunkBot</title>
        <link rel="icon" href="data:,">
        <style>{OneTimeStyle.Css}</style>
        </head>
        <body>
        <main>
        <p class="brand">TrunkBot</p>
        {content}
        </main>
        </body>
        </html>
        """;

    private static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    private static string Title(OneTimeLink link) => Text(OneTimeTexts.Title(link.SubjectId));
}
