using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Tests.Dialogs;

public sealed class RestartTests
{
    private const string Apology = "I was changed meanwhile. Please start again.";
    private readonly MemoryStore _store = new();

    [Fact]
    public async Task A_dialog_goes_on_after_a_restart_where_it_was()
    {
        await using (var before = Program())
            await before.Flow.Test("hi", "Name?").Test("", "A name, please.").StartTestAsync();
        await using var after = Program();
        await after.Flow.Test("acme", "got acme").StartTestAsync();
        Assert.Empty(_store.State);
    }

    [Fact]
    public async Task A_waterfall_of_another_length_is_not_continued_but_apologised_for_once()
    {
        await using (var before = Program())
            await before.Flow.Send("hi").StartTestAsync();
        WaterfallStep ask = (step, token) => step.PromptAsync("text", PromptOptions.Ask("New name?"), token);
        await using var after = new DialogWorld(_store, new WaterfallDialog("ask", ask, ask, ask), new TextPrompt("text"));
        await after.Flow.Test("acme", Apology).Test("hi", "New name?").Test("acme", "New name?").StartTestAsync();
    }

    [Fact]
    public async Task A_dialog_that_is_gone_is_apologised_for_once()
    {
        await using (var before = Program())
            await before.Flow.Send("hi").StartTestAsync();
        await using var after = new DialogWorld(_store, DialogWorld.Ask("other", PromptOptions.Ask("Other?")), new TextPrompt("other"));
        await after.Flow.Test("acme", Apology).Test("hi", "Other?").StartTestAsync();
    }

    [Fact]
    public async Task A_dialog_that_is_gone_from_inside_a_component_is_noticed_too()
    {
        await using (var before = new DialogWorld(_store, new Form(DialogWorld.Ask("text", PromptOptions.Ask("Name?")), new TextPrompt("text"))))
            await before.Flow.Test("hi", "Name?").StartTestAsync();
        await using var after = new DialogWorld(
            _store, new Form(DialogWorld.Ask("other", PromptOptions.Ask("Other?")), new TextPrompt("other")));
        await after.Flow.Test("acme", Apology).Test("hi", "Other?").StartTestAsync();
    }

    [Theory]
    [InlineData("""{"dialogs":[]}""")]
    [InlineData("""{"dialogs":{"stack":"x"}}""")]
    [InlineData("""{"dialogs":{"stack":[{"version":"ask:2"}]}}""")]
    [InlineData("""{"dialogs":{"stack":[{"id":"ask","version":"ask:2"}]}}""")]
    [InlineData("""{"dialogs":{"stack":[{"id":"ask","version":"ask:2","state":{"stepIndex":"one"}}]}}""")]
    [InlineData("""{"dialogs":{"stack":[{"id":"text","state":{"attempts":0}},{"id":"ask","version":"ask:2","state":{"stepIndex":0}}]}}""")]
    [InlineData("""{"dialogs":{"stack":[{"id":"text","state":7},{"id":"ask","version":"ask:2","state":{"stepIndex":0}}]}}""")]
    public async Task A_stack_that_cannot_be_read_is_apologised_for_once(string json)
    {
        await using var world = Program();
        await world.Flow.Send("hi").AssertReply("Name?").StartTestAsync();
        var key = Assert.Single(_store.State).Key;
        var unit = new MemoryStorage(_store);
        await unit.WriteAsync(key, new StoreItem(json, (await unit.ReadAsync(key))!.ETag));
        Assert.True(await unit.TryCommitAsync(new(null, new(200, null), []), default));

        await world.Flow.Test("acme", Apology).Test("hi", "Name?").Test("acme", "got acme").StartTestAsync();
    }

    private DialogWorld Program() =>
        new(_store, DialogWorld.Ask("text", PromptOptions.Ask("Name?", "A name, please.")), new TextPrompt("text"));

    private sealed class Form : ComponentDialog
    {
        public Form(params Dialog[] dialogs) : base("form")
        {
            foreach (var dialog in dialogs)
                AddDialog(dialog);
        }
    }
}
