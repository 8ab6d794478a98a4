using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Chat;

/// <summary>A question never leads to a change, wherever its mark stands: to be shown the request costs a click, an approval by mistake costs money.</summary>
public sealed class AskedOrdersTests
{
    private const string Shown = "TR-1: voice agents";

    [Fact]
    public async Task An_order_in_a_question_shows_the_request_and_never_acts()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var said in new[]
        {
            "approve TR-1 or not?", "approve TR-1 or reject it?", "approve TR-1 now?", "approve TR-1 now ?!", "approve TR-1, ok? thanks", "please approve TR-1 or not?",
            "could you approve TR-1 please?", "reject TR-1 because of the number?", "trunk approve TR-1 or not?", "Trunk approve TR-1 for the 5 agents or not?", "trunk reject tr1 or not？",
            "approve TR-1 because of sip:a.example or not?", "/approve TR-1 or not?", "/trunk approve TR-1 ?", "delegate TR-1 me?",
        })
            await ShowsAsync(world, world.Omar, said);
        foreach (var said in new[] { "cancel TR-1 or wait?", "cancel TR-1 now?", "trunk cancel TR-1 now?", "/trunk cancel TR-1 now?", "cancel TR-1 (now?)" })
            await ShowsAsync(world, world.Riya, said);
    }

    [Fact]
    public async Task Nor_does_one_that_is_too_odd_to_be_about_one_request()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var said in new[] { "trunk approve TR-1 or TR-2?", "trunk approve TR-1\nor not?", "approve TR-1\nor not?", $"trunk approve TR-1 or not{new string('.', 200)}?", "trunk approve?" })
        {
            await world.Omar.SaysAsync(said);
            Assert.True(await world.StateAsync() is RequestState.Pending, $"“{said}” acts.");
            world.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task A_question_is_one_in_each_language()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        foreach (var (locale, said) in new[]
        {
            ("de-DE", "genehmige TR-1 oder nicht?"), ("de-DE", "genehmigen TR-1 jetzt?"), ("es-MX", "¿aprobar TR-1 o no?"), ("es-MX", "aprobar TR-1 ¿o no"), ("es-ES", "¿TR-1 aprobar"),
            ("hi-IN", "मंज़ूर करें TR-1 या नहीं?"), ("ja-JP", "承認 TR-1 しますか？"), ("ja-JP", "承認する TR-1 ですか"), ("ja-JP", "承認 TR-1 でいいですか。"), ("ja-JP", "承認 TR-1？お願いします"),
        })
            await ShowsAsync(world, world.Omar.In(locale), said);
        await ShowsAsync(world, world.Riya.In("ja-JP"), "取り消す TR-1 ですか");
    }

    [Fact]
    public async Task Behind_a_slash_and_the_commands_words_a_question_is_the_comments_own()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk reject TR-1 why is the number foreign?");
        Assert.Equal(RequestState.Rejected, await world.StateAsync());
        Assert.Contains("why is the number foreign?", (await world.Riya.SaysAsync("TR-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_asks_nothing_acts_though_an_address_in_it_has_a_question_mark()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await world.Omar.SaysAsync("reject TR-1 see https://wiki.acme.example/page?id=7");
        Assert.Equal(RequestState.Rejected, await world.StateAsync());
    }

    private static async Task ShowsAsync(Company world, Talker talker, string said)
    {
        var heard = await talker.SaysAsync(said);
        Assert.True(heard.Text.Contains(Shown, StringComparison.Ordinal), $"“{said}” is answered “{heard.Text}”.");
        Assert.True(await world.StateAsync() is RequestState.Pending, $"“{said}” acts.");
        world.Clock.Advance(TimeSpan.FromSeconds(2));
    }
}
