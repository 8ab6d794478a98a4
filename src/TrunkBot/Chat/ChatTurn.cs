using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat;

/// <summary>A turn as commands and card actions see it: who speaks, what they may, and how to answer on this channel.</summary>
internal sealed class ChatTurn(ITurnContext context, IChannel channel, Person person, RoleSet roles)
{
    public ITurnContext Context => context;

    /// <summary>The turn as it was opened, for dialogs, which are given the protocol's context only.</summary>
    public static ChatTurn Of(ITurnContext context) => (ChatTurn)context.TurnState[nameof(ChatTurn)];

    public IChannel Channel => channel;

    /// <summary>Whether it happens in a dialog, where what is answered is not seen in the chat.</summary>
    public bool IsWindow => channel is WindowChannel;

    public Person Person => person;

    public RoleSet Roles => roles;

    public Activity Activity => context.Activity;

    /// <summary>Whether this is a dry run: cards come as words, for their buttons would lead nowhere.</summary>
    public bool IsRehearsal { get; private set; }

    /// <summary>Whether a password was taken out of the message, and the person was told.</summary>
    public bool HadSecret { get; set; }

    public void Rehearse() => IsRehearsal = true;

    public bool IsPersonal => Activity.IsPersonal();

    /// <summary>The person's country as two letters, where their client tells it: <c>de-DE</c> is Germany.</summary>
    public string? Region => Activity.Locale?.Split('-', '_') is [_, .., { Length: 2 } country] && country.All(char.IsAsciiLetter) ? country.ToUpperInvariant() : null;

    /// <summary>The person and the place, to answer later.</summary>
    public ConversationReference Reference => Activity.GetConversationReference();

    /// <summary>Names the place: the same for every message of this conversation.</summary>
    public string ConversationKey => $"{Activity.ChannelId}|{Activity.Conversation!.Id}";

    public Task SayAsync(string text, CancellationToken ct) => context.SendActivityAsync(text, ct);

    /// <summary>A part of what a dry run says.</summary>
    public Task ForetellAsync(Foreseen foreseen, CancellationToken ct) => foreseen.Card is { } card
        ? context.SendActivityAsync(Activity.Message(card.ToAttachment(), card.FallbackText), cancellationToken: ct)
        : SayAsync(foreseen.Sentence, ct);

    /// <summary>Says something that concerns nobody but this person; in a group only they see it, where the channel can do that.</summary>
    public Task WhisperAsync(string text, CancellationToken ct) => context.SendActivityAsync(Alone(Activity.Message(text)), cancellationToken: ct);

    /// <summary>The same with a card. Its buttons must not change it: they would change a message that others do not have.</summary>
    public Task WhisperAsync(AdaptiveCard card, CancellationToken ct) => IsRehearsal
        ? WhisperAsync(card.FallbackText!, ct)
        : context.SendActivityAsync(Alone(card.ToMessage()), cancellationToken: ct);

    /// <summary>Answers in a group with a reaction to what was typed, where a message would tell nobody anything; elsewhere with the message.</summary>
    public Task AcknowledgeAsync(string reaction, string otherwise, CancellationToken ct) =>
        channel.Reacts && !IsPersonal && !IsRehearsal && !Activity.IsTargeted() && !Activity.ExpectsReplies()
            ? context.ReactAsync(reaction, Activity.Message(otherwise), ct)
            : SayAsync(otherwise, ct);

    public Task ShowAsync(AdaptiveCard card, CancellationToken ct) => IsRehearsal
        ? SayAsync(card.FallbackText!, ct)
        : context.SendActivityAsync(card.ToMessage(), cancellationToken: ct);

    private Activity Alone(Activity message) => channel.Targets ? message.ForSenderAlone(Activity) : message;
}
