using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Schema;

public sealed class MentionTests
{
    [Theory]
    [InlineData("TrunkBot", "<at>TrunkBot</at> new", "new")]
    [InlineData("TrunkBot", "<AT>trunkbot</AT>   new\n", "new")]
    [InlineData("Bot (C++) [v1.*]", "<at>Bot (C++) [v1.*]</at> list", "list")]
    [InlineData("$1^", "list <at>$1^</at>", "list")]
    [InlineData("TrunkBot", "<at>TrunkBot</at> show <at>TrunkBot</at>", "show")]
    [InlineData("TrunkBot", "<at>TrunkBot</at>&nbsp;show\u00a0TR-7", "show TR-7")]
    [InlineData("TrunkBot", "<at>TrunkBot</at>", "")]
    [InlineData("TrunkBot", null, "")]
    [InlineData("Sales & Trunks", "<at>Sales &amp; Trunks</at> new", "new")]
    [InlineData("Sales &amp; Trunks", "<at>Sales & Trunks</at> new", "new")]
    public void The_bots_own_mention_is_taken_out(string name, string? text, string expected) =>
        Assert.Equal(expected, Said(text, Mention("bot", name)).RemoveRecipientMention());

    [Fact]
    public void A_mention_without_text_is_found_by_the_name()
    {
        var mention = Mention("bot", "TrunkBot");
        mention.Text = null;
        Assert.Equal("new", Said("<at>TrunkBot</at> new", mention).RemoveRecipientMention());
    }

    [Fact]
    public void Mentions_of_others_stay() => Assert.Equal(
        "assign <at>Bob</at>",
        Said("<at>TrunkBot</at> assign <at>Bob</at>", Mention("bot", "TrunkBot"), Mention("29:bob", "Bob")).RemoveRecipientMention());

    [Fact]
    public void A_mention_that_somebody_typed_is_text() =>
        Assert.Equal("<at>TrunkBot</at> new", Said("<at>TrunkBot</at> new").RemoveRecipientMention());

    [Fact]
    public void Only_an_entity_for_the_bot_means_that_the_bot_is_mentioned()
    {
        Assert.True(Said("x", Mention("bot", "TrunkBot")).MentionsRecipient());
        Assert.False(Said("<at>TrunkBot</at>", Mention("29:bob", "TrunkBot")).MentionsRecipient());
        Assert.False(Said("<at>TrunkBot</at>").MentionsRecipient());
        Assert.False(Said("x", new Entity { Type = "clientInfo" }).MentionsRecipient());
    }

    private static Activity Said(string? text, params Entity[] entities) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Recipient = new ChannelAccount { Id = "bot" },
        Entities = entities.Length > 0 ? [.. entities] : null,
    };

    private static Entity Mention(string id, string name) => new()
    {
        Type = "mention",
        Text = $"<at>{name}</at>",
        Mentioned = new ChannelAccount { Id = id, Name = name },
    };
}
