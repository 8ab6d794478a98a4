namespace TrunkBot.Protocol.Connector;

/// <summary>What a failed call to the connector leaves behind.</summary>
public enum ConnectorOutcome
{
    /// <summary>Surely not done: it was refused, or it never left. Doing it again later does it once.</summary>
    Refused,

    /// <summary>Perhaps done: the answer was lost, or the channel failed while working on it. Doing it again may do it twice.</summary>
    Unknown,
}

/// <summary>A call to the connector failed. Holds no token, no body and no answer.</summary>
public class ConnectorException : Exception
{
    internal ConnectorException(string message, ConnectorOutcome outcome, Exception? inner = null)
        : base(message, inner) => Outcome = outcome;

    /// <summary>Whether it may have been done all the same.</summary>
    public ConnectorOutcome Outcome { get; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? Status { get; internal init; }

    /// <summary>The connector's short name of the error, such as <c>ConversationNotFound</c>; on some answers absent.</summary>
    public string? Code { get; internal init; }

    /// <summary>How long the connector asks to wait.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>
    /// True where the connector has read the call and does not do such a thing, there or for this bot: the same in another form may be taken.
    /// Statuses 400, 403, 404, 405 and 501.
    /// </summary>
    public bool IsNotTaken => Status is 400 or 403 or 404 or 405 or 501;

    /// <summary>True if the same call may succeed later: throttled, in conflict, failing or out of reach.</summary>
    public bool MayPass { get; internal init; }
}

/// <summary>The service address is not one that may be called, so no request was made and no token shown.</summary>
public sealed class UntrustedServiceException : ConnectorException
{
    internal UntrustedServiceException(string host)
        : base(
            $"The service address at \"{host}\" isn't on TrustedServiceHosts, or isn't https. Nothing was sent.",
            ConnectorOutcome.Refused)
    {
    }
}
