using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Schema;

/// <summary>Mentions that somebody made up cost no more than the text that they came with.</summary>
public sealed class MentionCostTests
{
    private const int MostGrowth = 8 * 1024;

    public static TheoryData<string, string, Entity[]> Hostile => new()
    {
        { "one letter and long ids", string.Concat(Enumerable.Repeat("a ", 20)), [.. Enumerable.Range(0, 5).Select(i => Mention("a", new string('a', 200) + i))] },
        { "ids that hold the names of the others", "abcde", [.. "abcde".Select(c => Mention($"{c}", string.Concat(Enumerable.Repeat("abcde", 40)) + c))] },
        { "a thousand entities for one letter", new string('x', 30_000), [.. Enumerable.Range(0, 1000).Select(i => Mention("x", $"29:{i}"))] },
        { "marks that never end", string.Concat(Enumerable.Repeat("<at>", 50_000)), [Mention("<at>a</at>", "29:a")] },
        { "marks within marks", string.Concat(Enumerable.Repeat("<at ", 50_000)) + "></at>", [Mention("<at>a</at>", "29:a")] },
        { "a mark for each letter", string.Concat(Enumerable.Repeat("<at>a</at>", 20_000)), [Mention("<at>a</at>", new string('i', 290))] },
        { "no name at all", new string('y', 1000), [Mention("", "29:a"), new Entity { Type = "mention", Mentioned = new ChannelAccount() }, new Entity { Type = "mention" }] },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void A_text_grows_by_a_bounded_length_whatever_is_mentioned(string what, string text, Entity[] mentions)
    {
        var asked = 0;
        var activity = new Activity { Text = text, Recipient = new ChannelAccount { Id = "bot" }, Entities = [.. mentions] };
        var folded = activity.ReplaceMentions(text, mention =>
        {
            asked++;
            return $" @{mention.Mentioned!.Id} ";
        });
        Assert.True(folded.Length <= text.Length + MostGrowth, $"With {what} {text.Length} letters became {folded.Length}.");
        Assert.True(asked <= text.Length, $"With {what} {asked} mentions were looked at for {text.Length} letters.");
        Assert.True(activity.RemoveRecipientMention().Length <= text.Length, what);
    }

    [Fact]
    public void What_was_put_in_for_one_mention_is_not_read_for_the_next()
    {
        var activity = new Activity { Text = "<at>Bo</at> <at>Al</at>", Recipient = new ChannelAccount { Id = "bot" }, Entities = [Mention("<at>Bo</at>", "Al"), Mention("<at>Al</at>", "Bo"), Mention("Al", "x")] };
        Assert.Equal("Al Bo", activity.ReplaceMentions(activity.Text, mention => mention.Mentioned!.Id));
    }

    private static Entity Mention(string text, string id) => new()
    {
        Type = "mention",
        Text = text,
        Mentioned = new ChannelAccount { Id = id, Name = text },
    };
}
