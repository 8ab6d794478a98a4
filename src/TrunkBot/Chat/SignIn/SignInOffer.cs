using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Access.SignIn;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Chat.SignIn;

/// <summary>Asks somebody to sign in, as far as the place allows: with a card in personal and group chats, with a word in a team's channels.</summary>
internal sealed class SignInOffer(RoleBook roles, IServiceProvider services, IOptions<SignInOptions> options, PendingSignIn pending, ILogger<SignInOffer> log)
{
    /// <summary>Says a refusal, or asks to sign in where that could help.</summary>
    public async Task RefuseLineAsync(ChatTurn turn, string refusal, string line, IReadOnlyList<Role> anyOf, CancellationToken ct)
    {
        if (!roles.CouldSignIn(turn.Roles, anyOf))
            await turn.WhisperAsync(refusal, ct);
        else if (IsTeamChannel(turn.Activity))
            await turn.WhisperAsync(SignInTexts.InPersonalChat, ct);
        else
            await AskAsync(turn, line, ct);
    }

    /// <summary>The same for a click.</summary>
    /// <returns>What the click is answered with.</returns>
    public async Task<string> RefuseClickAsync(ChatTurn turn, string refusal, IReadOnlyList<Role> anyOf, CancellationToken ct)
    {
        if (!roles.CouldSignIn(turn.Roles, anyOf))
            return refusal;
        if (!turn.Channel.SignsIn)
            return SignInTexts.InTeams;
        if (IsTeamChannel(turn.Activity))
        {
            await turn.WhisperAsync(SignInTexts.InPersonalChat, ct);
            return SignInTexts.SeeMyMessage;
        }

        await AskAsync(turn, line: null, ct);
        return SignInTexts.ThenPressAgain;
    }

    /// <summary>Asks with a card, where there can be one; <paramref name="line"/> is heard again when they have signed in.</summary>
    public async Task AskAsync(ChatTurn turn, string? line, CancellationToken ct)
    {
        if (!turn.Channel.SignsIn)
        {
            await turn.WhisperAsync(SignInTexts.InTeams, ct);
            return;
        }

        try
        {
            var resource = await services.GetRequiredService<UserTokenClient>().GetSignInResourceAsync(options.Value.ConnectionName, turn.Activity, ct);
            var card = OAuthCard.Of(options.Value.ConnectionName, resource, SignInTexts.Ask, SignInTexts.Button);
            await pending.AskAsync(turn, line, ct);
            await turn.Context.SendActivityAsync(Activity.Message(card.ToAttachment()), cancellationToken: ct);
        }
        catch (ConnectorException unreachable)
        {
            log.SignInNotOffered(unreachable.Message);
            await turn.WhisperAsync(SignInTexts.Unreachable, ct);
        }
    }

    /// <summary>Whether there is no signing in here: Teams takes no such card in a team's channels.</summary>
    public static bool IsTeamChannel(Activity activity) =>
        activity.Conversation?.ConversationType == ConversationTypes.Channel || TeamsChannelData.Of(activity).Team is not null;
}
