using TrunkBot.Languages;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Storage;
using TrunkBot.Storage.Trouble;

namespace TrunkBot.Chat;

/// <summary>What a person reads when a turn broke: what, and that nothing happened, or that nobody knows.</summary>
internal sealed class TurnErrors(DatabaseWatch database) : ITurnErrorHandler
{
    public string? OnTurnError(Activity activity, Exception exception) => Reader.Of(activity).Say(() => WhatHappened(exception));

    private string? WhatHappened(Exception exception) => exception switch
    {
        TurnContentionException => ChatTexts.Failed(Say.It("Many people changed the same things at this moment.")),
        CommitInDoubtException => ChatTexts.InDoubt,
        _ when database.Note(exception) is { } failure => StorageTexts.ForPeople(failure),
        _ => ChatTexts.Failed(Say.It("Something went wrong on my side.")),
    };
}
