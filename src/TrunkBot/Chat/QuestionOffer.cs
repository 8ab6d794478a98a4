using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat;

/// <summary>A question's buttons as the channel shows them in that place: suggested actions, or a card.</summary>
internal sealed class QuestionOffer(ChannelTable channels) : SuggestedChoices
{
    public override Activity Offer(Activity question, IReadOnlyList<Choice> choices, Activity incoming) =>
        incoming.Conversation?.IsGroup == true && !channels.Find(incoming.ChannelId).SuggestsInGroups
            ? QuestionCard.Of(question.Text ?? "", choices).ToMessage()
            : base.Offer(question, choices, incoming);
}
