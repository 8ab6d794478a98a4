using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Dialogs;

/// <summary>A dialog on the stack, with what it has to remember. All of it is JSON, so it survives a restart.</summary>
public sealed class DialogInstance
{
    /// <summary>Id of the dialog.</summary>
    public required string Id { get; init; }

    /// <summary>The dialog's <see cref="Dialog.Version"/> when the instance was made.</summary>
    public string? Version { get; init; }

    /// <summary>The stack inside a <see cref="ComponentDialog"/>, the active instance first.</summary>
    public List<DialogInstance>? Stack { get; set; }

    [JsonInclude]
    internal LiveJson? State { get; set; }

    /// <summary>What the dialog remembers: the live object, so changes in it are stored with the turn.</summary>
    /// <exception cref="OutdatedDialogException">It is missing or of another shape; the stack will be cleared.</exception>
    public T GetState<T>(JsonTypeInfo<T> typeInfo) where T : class
    {
        try
        {
            return State?.Get(typeInfo) ?? throw new OutdatedDialogException(Id);
        }
        catch (JsonException e)
        {
            throw new OutdatedDialogException(Id, e);
        }
    }

    /// <summary>Sets what the dialog remembers.</summary>
    /// <param name="state">The live object.</param>
    /// <param name="typeInfo">Source-generated JSON of its type.</param>
    public void SetState<T>(T state, JsonTypeInfo<T> typeInfo) where T : class => State = LiveJson.Of(state, typeInfo);
}

/// <summary>What a dialog had remembered cannot be read by this program; <see cref="DialogSet"/> clears the stack and says <see cref="DialogTurnStatus.Outdated"/>.</summary>
public sealed class OutdatedDialogException(string dialogId, Exception? cause = null)
    : Exception($"The stored state of dialog '{dialogId}' cannot be read by this version.", cause);
