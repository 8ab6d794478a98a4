using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Chat;
using TrunkBot.Tests.AllCards;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

public sealed class CardActionTests
{
    [Fact]
    public async Task Every_verb_that_a_card_carries_has_exactly_one_handler_and_no_handler_is_without_a_button()
    {
        await using var world = await Company.StartAsync();
        var carried = EveryCard.All().SelectMany(sent => Verbs(sent.Card.ToJson())).Distinct();
        var handled = world.Bot.Services.GetServices<CardActionEntry>().Select(action => action.Verb);
        Listed.Same(handled, carried, "the cards of tests/TrunkBot.Tests/AllCards/EveryCard.cs, as the verb of a button");
    }

    private static IEnumerable<string> Verbs(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "verb" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Verbs(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Verbs),
        _ => [],
    };
}
