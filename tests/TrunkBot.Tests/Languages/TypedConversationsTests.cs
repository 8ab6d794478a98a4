using TrunkBot.Languages;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Languages;

/// <summary>Whoever reads German, Spanish, Hindi or Japanese types it too, and English beside it.</summary>
public sealed class TypedConversationsTests
{
    /// <summary>What somebody types in a language.</summary>
    private sealed record Tongue(
        string Locale, string Yes, string No, string Back, string Keep, string Cancel, string Outbound, string NewTrunk, string Help, string OneByOne, string Requests, string Approve);

    private static readonly Tongue[] s_tongues =
    [
        new("de-DE", "Ja", "nein", "zurück", "beibehalten", "abbrechen", "Ausgehend", "neuer Trunk", "Hilfe", "Einzeln fragen", "meine Anfragen", "TR-1 genehmigen"),
        new("es-MX", "sí", "No.", "atrás", "Conservar", "cancelar", "saliente", "Nueva troncal, por favor", "¿Qué puedes hacer?", "paso a paso", "mis solicitudes", "aprobar TR-1"),
        new("hi-IN", "हां", "नहीं", "वापस", "यही रखें", "रद्द करें", "आउटबाउंड", "नया ट्रंक", "मदद", "एक-एक करके पूछें", "मेरे अनुरोध", "TR-1 को मंजूरी दें"),
        new("ja-JP", "はい。", "いいえ", "戻る", "そのまま使う", "キャンセル", "発信", "新しいトランクをお願いします", "ヘルプ", "一つずつ聞いて", "自分の申請", "TR-1を承認する"),
        new("en-US", "Yes.", "no", "back", "keep it", "cancel", "Outbound", "new trunk", "help", "ask me one by one", "my requests", "approve TR-1"),
    ];

    public static TheoryData<string> Locales => [.. s_tongues.Select(tongue => tongue.Locale)];

    [Theory, MemberData(nameof(Locales))]
    public async Task Question_by_question_up_to_a_created_trunk(string locale)
    {
        await using var world = await Company.StartAsync();
        var (says, riya) = (Of(locale), world.Riya.In(locale));
        await AsksAsync(riya, says.OneByOne, "What should the trunk be called? At least 3 characters, for example twilio.", locale);
        await AsksAsync(riya, "twilio", "Which SIP host did the carrier give you? Just the host, for example example.pstn.twilio.com.", locale);
        await AsksAsync(riya, says.Back, "At least 3 characters, for example twilio.", locale);
        await AsksAsync(riya, says.Keep, "Which SIP host did the carrier give you?", locale);
        var suggested = await riya.SaysAsync("sip:user@example.pstn.twilio.com");
        Assert.Contains(In("Use it", locale), Suggested(suggested));
        await AsksAsync(riya, says.No, "Which SIP host did the carrier give you?", locale);
        await riya.SaysAsync("sip:user@example.pstn.twilio.com");
        await AsksAsync(riya, says.Yes, "Which direction? Outbound for calls you make, inbound for calls to you.", locale);
        await AsksAsync(riya, says.Outbound, "Which phone numbers? Start each with + and the country code, and put commas between them, for example +14155550100, +14155550101.", locale);
        await AsksAsync(riya, "+1234567890", "Which username did the carrier give you? Don't type the password: I ask for it in a masked field.", locale);
        await AsksAsync(riya, "acme", "Password (masked; kept encrypted until the trunk exists)", locale);
        await AsksAsync(riya, says.Yes, "Enter the password in the card's field, then press Submit.", locale);
        Assert.Equal("outbound", (await world.RequestAsync()).Fields.Direction);

        var warned = await riya.ClicksAsync(In("Submit", locale), inputs: ("password", Sample.Password));
        Assert.Equal([In("Yes", locale), In("No", locale)], Suggested(warned));
        await AsksAsync(riya, "?", "Say yes to submit with the warnings, no to change something in the form, or cancel to keep it as a draft.", locale);
        await AsksAsync(riya, "hm", "Answer yes or no.", locale);
        Assert.Equal(RequestState.Draft, await world.StateAsync());
        await AsksAsync(riya, says.Yes, "Waiting for an approver.", locale);

        await world.Omar.In(locale).SaysAsync(says.Approve);
        await world.Omar.In(locale).SaysAsync(says.Approve);
        await world.RunDueJobsAsync();
        var trunk = Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Contains(trunk.TrunkId, riya.Reads(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Locales))]
    public async Task A_no_at_the_warnings_shows_the_form_and_cancel_keeps_the_draft(string locale)
    {
        await using var world = await Company.StartAsync();
        var (says, riya) = (Of(locale), world.Riya.In(locale));
        await AtTheWarningsAsync(riya, locale);
        await AsksAsync(riya, says.No, "What you entered is kept. Change what you like and submit again.", locale);
        await AtTheWarningsAsync(riya, locale);
        await AsksAsync(riya, says.Cancel, "Cancelled. What you entered is kept as a draft for a day: type /trunk new to go on.", locale);
        await AsksAsync(riya, says.Cancel, "There was nothing to cancel. To cancel a request, type /trunk cancel and its number.", locale);
        Assert.Equal(RequestState.Draft, await world.StateAsync(2));
    }

    [Theory, MemberData(nameof(Locales))]
    public async Task Phrases_and_titles_of_buttons_are_understood(string locale)
    {
        await using var world = await Company.StartAsync();
        var (says, riya) = (Of(locale), world.Riya.In(locale));
        await AsksAsync(riya, says.Help, "What I can do", locale);
        await AsksAsync(riya, says.NewTrunk, "New SIP trunk", locale);
        await AsksAsync(riya, says.Requests, "Requests", locale);
        await AsksAsync(riya, In("New trunk", locale), "New SIP trunk", locale);
        await AsksAsync(riya, In("My requests", locale), "Requests", locale);
        await AsksAsync(riya, In("Start over", locale), "Your draft is deleted. Here is an empty form.", locale);
        await AsksAsync(riya, In("Open", locale), "Requests", locale);
        await AsksAsync(world.Omar.In(locale), In("What waits for me", locale), "Nothing waits for you. Type /trunk requests to see all requests.", locale);
        await AsksAsync(world.Omar.In(locale), In("Approve", locale), "Nothing waits for you. Type /trunk requests to see all requests.", locale);
    }

    [Theory, MemberData(nameof(Locales))]
    public async Task English_is_understood_in_every_language(string locale)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In(locale);
        await AsksAsync(riya, "help", "What I can do", locale);
        await AsksAsync(riya, "ask me one by one", "What should the trunk be called? At least 3 characters, for example twilio.", locale);
        await riya.SaysAsync("twilio");
        await AsksAsync(riya, "back", "At least 3 characters, for example twilio.", locale);
        await AsksAsync(riya, "Keep it", "Which SIP host did the carrier give you?", locale);
        await riya.SaysAsync("sip:user@example.pstn.twilio.com");
        await AsksAsync(riya, "yes", "Which direction? Outbound for calls you make, inbound for calls to you.", locale);
        await AsksAsync(riya, "outbound", "Which phone numbers? Start each with + and the country code", locale);
        await AsksAsync(riya, "cancel", "Cancelled. What you entered is kept as a draft for a day: type /trunk new to go on.", locale);
    }

    [Theory, MemberData(nameof(Locales))]
    public async Task At_the_password_no_word_of_the_language_is_taken_for_a_password(string locale)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In(locale);
        await riya.SaysAsync("/trunk new --chat");
        foreach (var answer in new[] { "voice agents", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme" })
            await riya.SaysAsync(answer);
        var words = TypedWords.All.Where(meaning => meaning is not ("back|go back" or "cancel" or "stop|never mind" or "start over|restart" or "ask me one by one" or "new trunk|new SIP trunk" or "continue|go on"))
            .SelectMany(meaning => Language.Of(locale).Say(() => Typed.Words(meaning)));
        foreach (var word in words)
        {
            var heard = await riya.SaysAsync(word);
            Assert.False(heard.Text.Contains(In("That looks like a password. I didn't save it, but it's still in this chat, so change it at your carrier. Enter the new one in the password field.", locale), StringComparison.Ordinal), word);
            world.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await AsksAsync(riya, Of(locale).Back, "Which username did the carrier give you? Don't type the password: I ask for it in a masked field.", locale);
    }

    [Theory]
    [InlineData("de-DE", "TR-1 genehmigen?")]
    [InlineData("de-DE", "TR-1 bitte nicht genehmigen")]
    [InlineData("de-DE", "ja TR-1")]
    [InlineData("de-DE", "stopp TR-1")]
    [InlineData("es-ES", "¿aprobar TR-1?")]
    [InlineData("hi-IN", "TR-1 को मंज़ूरी दें?")]
    [InlineData("ja-JP", "TR-1を承認しますか？")]
    [InlineData("ja-JP", "承認 TR-1？")]
    public async Task What_is_not_exactly_an_order_changes_nothing(string locale, string said)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);
        await world.RunDueJobsAsync();

        await world.Omar.In(locale).SaysAsync(said);
        await world.Riya.In(locale).SaysAsync(said);

        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Theory]
    [InlineData("TR-1を取り消して")]
    [InlineData("TR-1 を取り下げる")]
    [InlineData("TR-1を取り下げて")]
    public async Task In_Japanese_a_request_is_taken_back_by_either_word_for_it(string said)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);

        await world.Riya.In("ja-JP").SaysAsync(said);

        Assert.Equal(RequestState.Cancelled, await world.StateAsync());
    }

    [Theory]
    [InlineData("de-DE", "Abgeben TR-1 me")]
    [InlineData("de-DE", "delegieren TR-1 me")]
    [InlineData("es-ES", "delegar TR-1 me")]
    [InlineData("hi-IN", "सौंपें TR-1 me")]
    [InlineData("ja-JP", "任せる TR-1 me")]
    public async Task A_decision_is_handed_on_by_the_word_on_its_button_and_by_the_one_that_it_had_before(string locale, string said)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new");
        await world.Riya.ClicksAsync("Submit", inputs: Sample.Clean);

        var heard = await world.Omar.In(locale).SaysAsync(said);

        Assert.Contains(In("You haven't left {0} to anybody, so the decision is yours already.", locale).Replace("{0}", "TR-1", StringComparison.Ordinal), heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE", "Abgeben", "There are no requests yet. {0}")]
    [InlineData("de-DE", "An jemand anderen abgeben", "There are no requests yet. {0}")]
    [InlineData("de-DE", "Entscheidung abgeben", "There are no requests yet. {0}")]
    [InlineData("es-ES", "Qué está pendiente de mí", "Nothing waits for you. Type /trunk requests to see all requests.")]
    [InlineData("hi-IN", "निर्णय वापस लें", "There are no requests yet. {0}")]
    [InlineData("ja-JP", "自分の承認待ち", "Nothing waits for you. Type /trunk requests to see all requests.")]
    public async Task A_title_that_a_button_had_before_is_understood(string locale, string title, string english)
    {
        await using var world = await Company.StartAsync();
        await AsksAsync(world.Omar.In(locale), title, english, locale);
    }

    [Theory]
    [InlineData("इसे इस्तेमाल करें")]
    [InlineData("इसका उपयोग करें")]
    public async Task In_Hindi_what_is_suggested_is_used_by_either_word_for_it(string said)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.In("hi-IN");
        foreach (var answer in new[] { "/trunk new --chat", "twilio", "sip:user@example.pstn.twilio.com" })
            await riya.SaysAsync(answer);
        await AsksAsync(riya, said, "Which direction? Outbound for calls you make, inbound for calls to you.", "hi-IN");
    }

    [Theory]
    [InlineData("de-DE", "Trunk löschen")]
    [InlineData("es-ES", "borrar TR-1")]
    [InlineData("hi-IN", "ट्रंक हटाएँ")]
    [InlineData("ja-JP", "トランクを削除して")]
    public async Task Nothing_is_deleted_in_any_language(string locale, string said)
    {
        await using var world = await Company.StartAsync();
        await AsksAsync(world.Riya.In(locale), said, "I can't delete anything. A request can be cancelled until its trunk is created; a trunk can be deleted in VideoSDK's dashboard.", locale);
    }

    [Theory]
    [InlineData("de-DE", "Hilfe für alle")]
    [InlineData("es-ES", "Troncales")]
    [InlineData("hi-IN", "मदद टीम")]
    [InlineData("ja-JP", "ヘルプデスク")]
    public async Task A_name_that_only_begins_like_an_order_is_a_name_as_it_was_typed(string locale, string name)
    {
        await using var world = await Company.StartAsync();
        await world.Riya.In(locale).SaysAsync("/trunk new --chat");
        await world.Riya.In(locale).SaysAsync(name);
        Assert.Equal(name, (await world.RequestAsync()).Fields.Name);
    }

    private static Tongue Of(string locale) => s_tongues.Single(tongue => tongue.Locale == locale);

    private static string In(string english, string locale) => Language.Of(locale) is var language && language == Language.English ? english : language.Book.Texts[english];

    private static async Task AtTheWarningsAsync(Talker riya, string locale)
    {
        await riya.SaysAsync("/trunk new --start-over --chat");
        foreach (var answer in new[] { "twilio", "example.pstn.twilio.com", "outbound", "+1234567890", "acme" })
            await riya.SaysAsync(answer);
        await riya.ClicksAsync(In("Submit", locale), inputs: ("password", Sample.Password));
    }

    private static IReadOnlyList<string> Suggested(Heard heard) =>
    [
        .. heard.Sent.Where(sent => sent.Activity is { } activity && activity.TryGetProperty("suggestedActions", out _))
            .SelectMany(sent => sent.Activity!.Value.GetProperty("suggestedActions").GetProperty("actions").EnumerateArray()).Select(action => action.GetProperty("title").GetString()!),
    ];

    // The end of the text is enough where the book has it with a hole.
    private static async Task AsksAsync(Talker talker, string says, string english, string locale)
    {
        var heard = await talker.SaysAsync(says);
        Assert.True(Expected(english, locale).All(part => heard.Text.Contains(part, StringComparison.Ordinal)), $"“{says}” is answered “{heard.Text}”, without “{english}”.");
    }

    private static string[] Expected(string english, string locale)
    {
        if (Language.Of(locale) == Language.English)
            return [english];
        var texts = Language.Of(locale).Book.Texts;
        var text = texts.TryGetValue(english, out var whole) ? whole : texts.First(text => text.Key.Contains(english, StringComparison.Ordinal)).Value;
        return text.Split("{0}");
    }
}
