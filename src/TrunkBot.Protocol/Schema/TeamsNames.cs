namespace TrunkBot.Protocol.Schema;

/// <summary>Names of the invokes that only Teams sends; the others are <see cref="InvokeNames"/>.</summary>
/// <remarks>Source: npm botbuilder 4.23.3, <c>TeamsActivityHandler.onInvokeActivity</c>.</remarks>
public static class TeamsInvokeNames
{
    /// <summary>A bot is being configured: which dialog?</summary>
    public const string ConfigFetch = "config/fetch";

    /// <summary>A bot's configuration was filled in.</summary>
    public const string ConfigSubmit = "config/submit";

    /// <summary>A person takes or declines a file.</summary>
    public const string FileConsent = "fileConsent/invoke";

    /// <summary>A click on an Office 365 connector card.</summary>
    public const string ConnectorCardAction = "actionableMessage/executeAction";

    /// <summary>What the names of all invokes of a message extension begin with.</summary>
    public const string MessageExtension = "composeExtension/";

    /// <summary>A link of a domain that the manifest names was pasted.</summary>
    public const string QueryLink = "composeExtension/queryLink";

    /// <summary>The same by somebody who has not installed the app.</summary>
    public const string AnonymousQueryLink = "composeExtension/anonymousQueryLink";

    /// <summary>A search of a message extension.</summary>
    public const string Query = "composeExtension/query";

    /// <summary>A result of that search was chosen.</summary>
    public const string SelectItem = "composeExtension/selectItem";

    /// <summary>An action of a message extension was submitted.</summary>
    public const string SubmitAction = "composeExtension/submitAction";

    /// <summary>An action of a message extension was opened.</summary>
    public const string FetchTask = "composeExtension/fetchTask";

    /// <summary>A message extension's settings are being opened.</summary>
    public const string QuerySettingUrl = "composeExtension/querySettingUrl";

    /// <summary>A message extension's settings were stored.</summary>
    public const string Setting = "composeExtension/setting";

    /// <summary>A click on a card that a message extension has put into a message.</summary>
    public const string CardButtonClicked = "composeExtension/onCardButtonClicked";

    /// <summary>A dialog is being opened.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog was submitted.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>A tab of cards is being opened.</summary>
    public const string TabFetch = "tab/fetch";

    /// <summary>A tab of cards was submitted.</summary>
    public const string TabSubmit = "tab/submit";

    /// <summary>A dynamic choice set asks for its choices.</summary>
    public const string Search = "application/search";
}

/// <summary>Names of the events that only Teams sends.</summary>
/// <remarks>Source: npm botbuilder 4.23.3, <c>TeamsActivityHandler.dispatchEventActivity</c>.</remarks>
public static class TeamsEventNames
{
    /// <summary>Somebody has read up to a message of the bot.</summary>
    public const string ReadReceipt = "application/vnd.microsoft.readReceipt";

    /// <summary>A meeting began.</summary>
    public const string MeetingStart = "application/vnd.microsoft.meetingStart";

    /// <summary>A meeting ended.</summary>
    public const string MeetingEnd = "application/vnd.microsoft.meetingEnd";

    /// <summary>Somebody came into a meeting.</summary>
    public const string MeetingParticipantJoin = "application/vnd.microsoft.meetingParticipantJoin";

    /// <summary>Somebody left a meeting.</summary>
    public const string MeetingParticipantLeave = "application/vnd.microsoft.meetingParticipantLeave";
}
