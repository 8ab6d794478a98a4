using System.Text.Json.Nodes;
using TrunkBot.Chat.Showing;
using TrunkBot.Sandbox;
using TrunkBot.Tests.AllCards;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>What anybody would try works; what is not understood is answered with what this person can press.</summary>
public sealed class ObviousLinesTests
{
    private const string Lost = "I didn't understand that";

    private static readonly (string Said, string Reads)[] s_obvious =
    [
        ("ask me one by one", "What should the trunk be called?"),
        ("my requests", "Requests"),
        ("requests", "Requests"),
        ("/trunk my requests", "Requests"),
        ("show my requests", "Requests"),
        ("list requests", "Requests"),
        ("status", "Requests"),
        ("Status?", "Requests"),
        ("my status", "Requests"),
        ("please list my requests", "Requests"),
        ("list trunks", "no trunks yet"),
        ("list", "no trunks yet"),
        ("trunks", "no trunks yet"),
        ("my trunks", "no trunks yet"),
        ("show trunks.", "no trunks yet"),
        ("new trunk", "New SIP trunk"),
        ("New trunk", "New SIP trunk"),
        ("*New trunk*", "New SIP trunk"),
        ("a new trunk please", "New SIP trunk"),
        ("create a trunk", "New SIP trunk"),
        ("I need a trunk", "New SIP trunk"),
        ("please make me a trunk", "New SIP trunk"),
        ("can I have a new trunk?", "New SIP trunk"),
        ("i need a trunk for twilio please", "New SIP trunk"),
        ("new trunk --name twilio", "twilio"),
        ("create trunk --name twilio --domain example.pstn.twilio.com", "example.pstn.twilio.com"),
        ("help me", "What I can do"),
        ("hi", "What I can do"),
        ("hi there", "What I can do"),
        ("what can you do?", "What I can do"),
        ("who am I", "Your roles"),
        ("/trunk", "What would you like to do?"),
        ("trunk", "What would you like to do?"),
        ("/", "What would you like to do?"),
    ];

    private static readonly (string Said, string? Suggested)[] s_slips =
    [
        ("/trunk nwe", "/trunk new"),
        ("/trnk list", "/trunk list"),
        ("trunk requets", "/trunk requests"),
        ("/trunk aprove TR", "/trunk approve"),
        ("requets", "/trunk requests"),
        ("/whoamy", "/whoami"),
        ("/hlp", "/help"),
        ("/trunk aprove?", null),
        ("/trunk delegation TR", null),
        ("/trunk net", null),
        ("/trunk edge", null),
        ("/trunk pull TR", null),
        ("/trunk shut", null),
        ("/trunk reset TR", null),
        ("/trunk lost", "/trunk list"),
    ];

    [Fact]
    public async Task What_anybody_would_try_shows_the_request()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var said in new[]
        {
            "TR-1", "tr-1", "TR1", "tr 1", "TR_1", "TR\u20111", "TR-1?", "TR-1.", "show TR-1", "show me TR-1", "Show TR-1 please", "/trunk TR-1", "trunk TR-1", "/TR-1",
            "status TR-1", "status of TR-1?", "what about TR-1?", "any news on TR-1", "request TR-1", "where is TR-1", "\"TR-1\"", "can you show me TR-1?", "/trunk show tr1", "should we wait for TR-1?",
        })
        {
            Reads(await world.Riya.SaysAsync(said), said, "TR-1: voice agents", "Waiting for");
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(RequestState.Pending, await world.StateAsync());
    }

    [Fact]
    public async Task Words_that_are_obvious_do_what_they_say()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var (said, reads) in s_obvious)
        {
            Reads(await world.Riya.SaysAsync(said), said, reads);
            await EndAsync(world);
        }
    }

    [Fact]
    public async Task A_verb_with_a_request_is_an_order_without_the_noun_and_keeps_the_words_after_it()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        Reads(await world.Omar.SaysAsync("approve TR-1 --dry-run"), "a dry run", "Dry run");
        Reads(await world.Omar.SaysAsync("Please approve tr1 The host is OURS"), "approve", "is approved");
        Assert.Contains("The host is OURS", (await world.Riya.SaysAsync("TR-1")).Text, StringComparison.Ordinal);
        Reads(await world.Riya.SaysAsync("cancel TR-1"), "cancel", "is cancelled");
    }

    [Fact]
    public async Task A_question_or_a_denial_shows_the_request_and_never_acts()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var said in new[]
        {
            "approve TR-1?", "/trunk approve TR-1?", "should I approve TR-1?", "can you approve TR-1 ?", "do not approve TR-1", "don't reject TR-1", "who can approve TR-1",
        })
        {
            Reads(await world.Omar.SaysAsync(said), said, "TR-1: voice agents");
            Assert.Equal(RequestState.Pending, await world.StateAsync());
            await EndAsync(world);
        }
    }

    [Fact]
    public async Task Nothing_is_deleted_and_the_answer_says_what_there_is_instead()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var said in new[]
        {
            "/trunk delete TR-1", "delete TR-1", "please remove TR-1", "/trunk destroy TR-1",
        })
        {
            var heard = await world.Riya.SaysAsync(said);
            Reads(heard, said, "I can't delete anything", "cancelled", "TR-1: voice agents");
            Assert.DoesNotContain("delegate", heard.Text, StringComparison.Ordinal);
            Assert.Contains("Cancel request", heard.Text, StringComparison.Ordinal);
            Assert.Equal(RequestState.Pending, await world.StateAsync());
            await EndAsync(world);
        }
    }

    [Fact]
    public async Task Only_a_slip_in_the_same_word_is_put_right_and_no_question_leads_to_an_act()
    {
        await using var world = await Company.StartAsync();
        foreach (var (said, suggested) in s_slips)
        {
            var heard = await world.Ada.SaysAsync(said);
            Reads(heard, said, Lost);
            Assert.True(suggested is null != heard.Text.Contains($"Did you mean {suggested}", StringComparison.Ordinal), $"“{said}” is answered “{heard.Text}”.");
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task What_is_not_understood_shows_each_person_what_they_can_press()
    {
        await using var world = await Company.StartAsync();
        foreach (var (who, buttons) in new (Talker, string[])[]
        {
            (world.Riya, ["New trunk", "My requests", "Help"]),
            (world.Omar, ["What waits for me", "My requests", "Help"]),
            (world.Ada, ["What waits for me", "My requests", "Help"]),
            (world.Eve, ["Help", "Show my roles"]),
        })
        {
            var heard = await who.SaysAsync("lorem ipsum");
            Reads(heard, "lorem ipsum", Lost);
            Assert.Equal(buttons.Order(), Titles(heard).Order());
        }
    }

    [Theory]
    [InlineData("msteams")]
    [InlineData("webchat")]
    public async Task Every_button_of_that_card_does_what_it_says(string channel)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);
        await riya.SaysAsync("lorem ipsum");
        var card = riya.CardWith("My requests");
        Reads(await riya.ClicksAsync(card, "My requests", "personal"), "My requests", "no requests yet");
        Reads(await riya.ClicksAsync(card, "Help", "personal"), "Help", "What I can do");
        Reads(await riya.ClicksAsync(card, "New trunk", "personal"), "New trunk", "New SIP trunk");
    }

    [Fact]
    public async Task In_a_room_a_mention_alone_or_with_unknown_words_gets_the_card_and_other_talk_gets_silence()
    {
        await using var world = await Company.StartAsync();
        foreach (var said in new[] { "", " lorem ipsum" })
        {
            var heard = await world.ClicksForgedAsync("riya", "msteams", Mentioning($"<at>TrunkBot</at>{said}"), "teams-other");
            Assert.Contains("New trunk", Titles(heard));
        }

        Assert.Empty((await world.Riya.SaysAsync("lorem ipsum", "teams-other")).Sent);
        Assert.Empty((await world.Riya.SaysAsync("TR-1", "teams-other")).Sent);
    }

    [Fact]
    public async Task The_words_of_every_button_are_understood_when_they_are_typed()
    {
        await using var world = await Company.StartAsync(new()
        {
            Settings =
            {
                ["Access:Roles:Approver:5"] = "user:" + SandboxApp.Person("riya").ObjectId,
                ["Access:Roles:Admin:5"] = "user:" + SandboxApp.Person("riya").ObjectId,
            },
        });
        // What answers an open question means nothing without one.
        var titles = EveryCard.All().Where(sent => sent.Made != typeof(QuestionCard)).SelectMany(sent => TitlesIn(sent.Card.ToJson()))
            .Where(title => !title.StartsWith('/') && !title.StartsWith("Use ", StringComparison.Ordinal) && title != "Back").Distinct().ToList();
        Assert.True(titles.Count > 15, string.Join(", ", titles));
        foreach (var title in titles)
        {
            var heard = await world.Riya.SaysAsync(title);
            Assert.False(heard.Text.Contains(Lost, StringComparison.Ordinal), $"“{title}” stands on a button and is not understood when it is typed. Add it to the Phrases of the command that does the same.");
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(0, world.Posts());
    }

    // Questions that a line has opened would take the next one for an answer; and a conversation takes only so many messages a second.
    private static async Task EndAsync(Company world)
    {
        await world.Riya.SaysAsync("/cancel");
        world.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    private static void Reads(Heard heard, string said, params string[] words) => Assert.All(
        words, word => Assert.True(heard.Text.Contains(word, StringComparison.Ordinal), $"“{said}” is answered “{heard.Text}”, without “{word}”."));

    private static IEnumerable<string> Titles(Heard heard) => heard.Sent.Where(sent => sent.Card is not null).SelectMany(sent => TitlesIn(sent.Card!.Value));

    private static IEnumerable<string> TitlesIn(System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal) =>
            [element.GetProperty("title").GetString()!],
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TitlesIn(member.Value)),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(TitlesIn),
        _ => [],
    };

    private static JsonObject Mentioning(string text) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>TrunkBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = "28:20000000-0000-4000-8000-000000000b07", ["name"] = "TrunkBot" },
        }),
    };
}
