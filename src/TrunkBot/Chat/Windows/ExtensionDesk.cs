using System.Text.Json;
using TrunkBot.Access;
using TrunkBot.Conversations;
using TrunkBot.Intake;
using TrunkBot.Intake.Noticing;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Chat.Windows;

/// <summary>
/// The message extension: an action opens the dialog that its button opens, a search finds what this person may see, and a link becomes a card. What is
/// put into a message is seen by all who read it, so a card says there what each of them may know.
/// </summary>
internal sealed class ExtensionDesk(ChatPeople people, WindowDesk windows, IEnumerable<ExtensionAction> actions, RoleBook roles)
{
    private const string Search = "searchRequests", Text = "text";

    private const int Usual = 10, Most = 25;

    public async Task<InvokeResponse> OpenAsync(ITurnContext context, CancellationToken ct)
    {
        var asked = MessageExtensionAction.Of(context.Activity);
        if (Of(asked) is not { } action)
            return TaskModuleResponse.Message(ExtensionTexts.UnknownCommand);
        return HasPlace(context)
            ? await windows.OpenAsync(new TaskModuleRequest { Data = Click(action, asked.MessagePayload?.Body) }, context, ct)
            : TaskModuleResponse.Message(ExtensionTexts.NoOwnChat);
    }

    public async Task<InvokeResponse> SubmitAsync(ITurnContext context, CancellationToken ct)
    {
        var asked = MessageExtensionAction.Of(context.Activity);
        if (Of(asked) is null)
            return TaskModuleResponse.Message(ExtensionTexts.UnknownCommand);
        return HasPlace(context)
            ? await windows.SubmitAsync(new TaskModuleRequest { Data = asked.Data }, context, ct)
            : TaskModuleResponse.Message(ExtensionTexts.NoOwnChat);
    }

    public async Task<InvokeResponse> SearchAsync(ITurnContext context, CancellationToken ct)
    {
        var query = MessageExtensionQuery.Of(context.Activity);
        if (query.CommandId != Search)
            return MessageExtensionResponse.Message(ExtensionTexts.UnknownCommand);
        context.Operation = Search;
        var turn = await people.OpenAsync(context, ct);
        if (ChatTexts.WhyNot(turn, [Role.Requester, Role.Approver, Role.Admin], roles) is { } refusal)
            return MessageExtensionResponse.Message(refusal);
        var found = await In(context).FindAsync(turn, query.Text(Text).Trim(), ct);
        if (found.Count is 0)
            return MessageExtensionResponse.Message(ExtensionTexts.NothingFound);
        var count = query.QueryOptions?.Count is > 0 and var wanted ? Math.Min(wanted, Most) : Usual;
        return MessageExtensionResponse.Results([.. found.Skip(Math.Max(query.QueryOptions?.Skip ?? 0, 0)).Take(count).Select(Result)]);
    }

    /// <summary>What a pasted link shows; the same nothing for what is not there, not this person's to see, or not ours.</summary>
    public async Task<InvokeResponse> UnfurlAsync(ITurnContext context, CancellationToken ct)
    {
        var found = await In(context).OfLinkAsync(await people.OpenAsync(context, ct), LinkQuery.Of(context.Activity).Url, ct);
        return MessageExtensionResponse.Results(found is null ? [] : [Result(found)]);
    }

    private ExtensionAction? Of(MessageExtensionAction asked) => actions.FirstOrDefault(action => action.Id == asked.CommandId);

    private static bool HasPlace(ITurnContext context) => !context.TurnState.ContainsKey(ExtensionPlace.Nowhere);

    private static IExtensionSearch In(ITurnContext context) => context.Services.GetRequiredService<IExtensionSearch>();

    private static MessageExtensionAttachment Result(Found found) =>
        MessageExtensionAttachment.Of(found.Card.ToAttachment(), new ThumbnailCard { Title = found.Title, Text = found.State });

    private static JsonElement Click(ExtensionAction action, MessagePayloadBody? message)
    {
        var data = new Dictionary<string, string> { [AdaptiveAction.VerbMember] = action.Verb };
        if (Said(message) is { Length: > 0 } said)
            data[ExtensionAction.Said] = said;
        return JsonSerializer.SerializeToElement(data);
    }

    private static string? Said(MessagePayloadBody? message) => message switch
    {
        { Content: { } content, ContentType: "text" } => SecretNotice.In(content, isAlone: false).Text,
        { Content: { } content } => SecretNotice.In(HtmlText.Of(content), isAlone: false).Text,
        _ => null,
    };
}
