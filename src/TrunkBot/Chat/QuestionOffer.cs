using TrunkBot.Channels;
using TrunkBot.Languages;
using TrunkBot.Protocol.Dialogs;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat;

/// <summary>A question's buttons as the channel shows them in that place: suggested actions, or a card.</summary>
internal sealed class QuestionOffer(ChannelTable channels) : SuggestedChoices
{
    private const string UseIt = "Use it";

    public override Activity Offer(Activity question, IReadOnlyList<Choice> choices, Activity incoming) =>
        OfferSaid(question, [.. choices.Select(choice => choice.Title is UseIt ? choice with { Title = Say.It("Use it") } : choice)], incoming);

    private Activity OfferSaid(Activity question, IReadOnlyList<Choice> choices, Activity incoming) =>
        incoming.Conversation?.IsGroup == true && !channels.Find(incoming.ChannelId).SuggestsInGroups
            ? QuestionCard.Of(question.Text ?? "", choices).ToMessage()
            : base.Offer(question, choices, incoming);
}
