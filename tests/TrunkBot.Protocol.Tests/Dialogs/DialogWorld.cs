using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;
using TrunkBot.Protocol.Testing;
using TrunkBot.Protocol.Tests.Testing;

namespace TrunkBot.Protocol.Tests.Dialogs;

/// <summary>A bot that begins its first dialog with the first message and says what came of it.</summary>
internal sealed class DialogWorld : IAsyncDisposable
{
    private readonly DialogSet _dialogs = new(DialogState.CreateProperty(new PrivateConversationState()));

    public DialogWorld(params Dialog[] dialogs) : this(new MemoryStore(), dialogs)
    {
    }

    public DialogWorld(MemoryStore store, params Dialog[] dialogs) : this(store, null, dialogs)
    {
    }

    public DialogWorld(MemoryStore store, Action<IServiceCollection>? configure, params Dialog[] dialogs)
    {
        foreach (var dialog in dialogs)
            _dialogs.Add(dialog);
        Adapter = new TestAdapter(_ => new LambdaBot(turn => RunAsync(turn, dialogs[0].Id)), store, configure);
    }

    public TestAdapter Adapter { get; }

    public TestFlow Flow => new(Adapter);

    public object? Options { get; init; }

    public DialogTurnResult? Last { get; private set; }

    public static WaterfallDialog Ask(string promptId, PromptOptions options, Func<object?, string>? say = null) => new(
        "ask",
        (step, token) => step.PromptAsync(promptId, options, token),
        async (step, token) =>
        {
            await step.Context.SendActivityAsync(say is null ? $"got {step.Result}" : say(step.Result), token);
            return await step.EndDialogAsync(step.Result, token);
        });

    public ValueTask DisposeAsync() => Adapter.DisposeAsync();

    private async Task RunAsync(ITurnContext turn, string root)
    {
        Last = await _dialogs.RunAsync(turn, root, Options);
        if (Last.Status is DialogTurnStatus.Outdated)
            await turn.SendActivityAsync("I was changed meanwhile. Please start again.");
    }
}

internal static class DialogFlow
{
    public static TestFlow Submit(this TestFlow flow) => flow.Send(new Activity
    {
        Type = ActivityTypes.Message,
        Value = System.Text.Json.JsonElement.Parse("""{"verb":"trunk.submit"}"""),
    });
}
