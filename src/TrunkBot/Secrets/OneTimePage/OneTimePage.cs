using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using TrunkBot.Secrets.Passwords;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>The one-time page as HTML: no script, nothing from elsewhere, and never a password that somebody typed.</summary>
internal static class OneTimePage
{
    public const string Password = "password", Do = "do", Keep = "keep", Generate = "generate";

    private const string Next = "In the chat with TrunkBot, type /trunk new and press <b>Password by one-time page</b> to get a new link.";

    public static string Of(PageState state, AntiforgeryTokenSet? form) => state switch
    {
        PageAsks asks => Frame($"Password for {Text(asks.Link.SubjectId)}", Asks(asks, form!)),
        PageTook { Generated: { } generated } took => Frame($"Password for {Text(took.Link.SubjectId)}", Made(took, generated.Reveal())),
        PageTook took => Frame($"Password for {Text(took.Link.SubjectId)}", Took(took)),
        PageForeign => Note("Nothing was taken", "This form does not belong to the page that your browser was given, or the page was open for too long. Open the link from the chat again."),
        PageBusy => Note("Nothing was taken", "The same request was being changed in the chat. Open the link from the chat again."),
        _ => Note("This link does not work", $"It was used already, is older than 15 minutes, or was never given out. {Next}"),
    };

    private static string Asks(PageAsks asks, AntiforgeryTokenSet form) => $"""
        <h1>Password for {Text(asks.Link.SubjectId)}</h1>
        <p class="lead">{Text(asks.Wanted.Title)}</p>
        {Flaws(asks.Flaws, "Not kept yet", "error")}
        <form method="post" autocomplete="off">
          <input type="hidden" name="{form.FormFieldName}" value="{Text(form.RequestToken)}">
          <label for="password">SIP password</label>
          <p class="hint" id="hint">The one that your carrier shows for this trunk’s username.</p>
          <input id="password" name="{Password}" type="password" required autofocus maxlength="300" autocomplete="off" autocapitalize="none"
            spellcheck="false" aria-describedby="hint{(asks.Flaws.Count > 0 ? " findings" : "")}"{(asks.Flaws.Count > 0 ? " aria-invalid=\"true\"" : "")}>
          <button name="{Do}" value="{Keep}">Keep this password</button>
        </form>
        <p class="or"><span>or</span></p>
        <form method="post">
          <input type="hidden" name="{form.FormFieldName}" value="{Text(form.RequestToken)}">
          <p class="hint" id="made">TrunkBot makes a strong one and shows it to you once; you set the same one at the carrier.</p>
          <button class="second" name="{Do}" value="{Generate}" aria-describedby="made">Generate a password</button>
        </form>
        <footer>It is kept encrypted until the trunk exists, then deleted. This link works once, until {Time(asks.Link.ExpiresAt)}.</footer>
        """;

    private static string Took(PageTook took) => $"""
        <h1><span class="tick" aria-hidden="true">✓</span>Password received</h1>
        <p class="lead">It is kept encrypted for {Text(took.Link.SubjectId)}, and this link is used up.</p>
        {Flaws(took.Warnings, "The approver will see", "warning")}
        {Back}
        """;

    private static string Made(PageTook took, string password) => $"""
        <h1><span class="tick" aria-hidden="true">✓</span>Here is your password</h1>
        <p class="lead">Shown this once. <b>Store it now</b> where your team keeps such things, and set the same one at the carrier.</p>
        <label class="sr" for="made">Generated password</label>
        <input class="made" id="made" readonly autocomplete="off" spellcheck="false" value="{Text(password)}">
        <p class="hint">Tab to it or click into it, select all, copy.</p>
        {Flaws(took.Warnings, "The approver will see", "warning")}
        {Back}
        """;

    private const string Back = """
        <p class="next"><b>Next:</b> go back to the chat with TrunkBot and press <b>Submit</b>. You can close this page.</p>
        """;

    private static string Note(string title, string sentence) => Frame(title, $"""
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
        <html lang="en">
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

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
