using System.Text.Json.Serialization;
using TrunkBot.Chat.Showing;
using TrunkBot.Conversations;
using TrunkBot.Protocol.State;

namespace TrunkBot.Chat;

/// <summary>
/// Says hello once per conversation, and anew after it was gone. An installation brings two activities in either order, and some clients repeat them on every reload.
/// </summary>
internal sealed class Greeter(ConversationState state, CommandTable commands)
{
    private readonly IStatePropertyAccessor<Greeting> _greeting =
        state.CreateProperty("greeting", ChatJsonContext.Default.Greeting);

    public async Task GreetOnceAsync(ChatTurn turn, CancellationToken ct)
    {
        if (await _greeting.GetAsync(turn.Context, ct) is not null && !turn.Context.TurnState.ContainsKey(ConversationMiddleware.WasGone))
            return;
        await _greeting.SetAsync(turn.Context, new Greeting(true), ct);
        await turn.ShowAsync(WelcomeCard.Of(HomeCard.Choices(commands.Specs, turn.Roles), turn.Channel.CardActions), ct);
    }
}

internal sealed record Greeting(bool Said);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Greeting))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
