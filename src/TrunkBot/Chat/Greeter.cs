using System.Text.Json.Serialization;
using TrunkBot.Channels;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.State;

namespace TrunkBot.Chat;

/// <summary>
/// Says hello once per conversation. An installation brings two activities in either order, and some clients repeat them on every reload.
/// </summary>
internal sealed class Greeter(ConversationState state, ChannelTable channels)
{
    private readonly IStatePropertyAccessor<Greeting> _greeting =
        state.CreateProperty("greeting", ChatJsonContext.Default.Greeting);

    public async Task GreetOnceAsync(ITurnContext context, CancellationToken ct)
    {
        if (await _greeting.GetAsync(context, ct) is not null)
            return;
        await _greeting.SetAsync(context, new Greeting(true), ct);
        var can = channels.Find(context.Activity.ChannelId).CardActions;
        await context.SendActivityAsync(WelcomeCard.Of(can).ToMessage(), cancellationToken: ct);
    }
}

internal sealed record Greeting(bool Said);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Greeting))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
