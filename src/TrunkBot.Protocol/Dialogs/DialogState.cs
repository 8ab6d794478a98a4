using System.Text.Json.Serialization;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>The stack of a conversation, as it is stored; nothing is stored while it is empty.</summary>
public sealed class DialogState : IEmptyable
{
    /// <summary>The active instance first.</summary>
    public List<DialogInstance> Stack { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    bool IEmptyable.IsEmpty => Stack.Count == 0;

    /// <summary>
    /// Where a set keeps its stack. In <see cref="PrivateConversationState"/> a dialog belongs to one person in one conversation, and nobody else in a
    /// group answers its questions.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="name">Its name in there.</param>
    public static IStatePropertyAccessor<DialogState> CreateProperty(BotState state, string name = "dialogs") =>
        state.CreateProperty(name, DialogJsonContext.Default.DialogState);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DialogState))]
[JsonSerializable(typeof(WaterfallState))]
[JsonSerializable(typeof(PromptState))]
internal sealed partial class DialogJsonContext : JsonSerializerContext;
