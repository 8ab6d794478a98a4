using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Builder;

/// <summary>The turn as <see cref="TurnRunner"/> makes it.</summary>
public sealed class TurnContext(Activity activity, IServiceProvider services) : ITurnContext
{
    private readonly List<OutgoingActivity> _outgoing = [];

    /// <inheritdoc />
    public Activity Activity { get; } = activity;

    /// <inheritdoc />
    public IServiceProvider Services { get; } = services;

    /// <inheritdoc />
    public IDictionary<string, object> TurnState { get; } = new Dictionary<string, object>();

    /// <inheritdoc />
    public IReadOnlyList<OutgoingActivity> Outgoing => _outgoing;

    /// <inheritdoc />
    public bool Responded => _outgoing.Count > 0 || InvokeResponse is not null;

    /// <inheritdoc />
    public InvokeResponse? InvokeResponse { get; set; }

    /// <inheritdoc />
    public string? Operation { get; set; }

    /// <inheritdoc />
    public Task SendActivityAsync(
        Activity activity, DeliveryPromise promise = DeliveryPromise.AtMostOnce, CancellationToken cancellationToken = default)
    {
        var addressed = activity.ShallowCopy();
        addressed.Type ??= ActivityTypes.Message;
        addressed.ReplyToId ??= RepliableId();
        Add(ConnectorOperation.Send, addressed, promise);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task ReactAsync(string reaction, Activity otherwise, CancellationToken cancellationToken = default)
    {
        if (RepliableId() is not { Length: > 0 } message)
            return SendActivityAsync(otherwise, cancellationToken: cancellationToken);
        var marked = otherwise.ShallowCopy();
        (marked.ReplyToId, marked.ReactionsAdded) = (message, [new MessageReaction { Type = reaction }]);
        Add(ConnectorOperation.React, marked, DeliveryPromise.AtMostOnce);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activity.Id);
        Add(ConnectorOperation.Update, activity.ShallowCopy(), DeliveryPromise.AtLeastOnce);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        Add(ConnectorOperation.Delete, new Activity { Id = activityId }, DeliveryPromise.AtLeastOnce);
        return Task.CompletedTask;
    }

    // An invoke's or event's id (f:…) is not a message: it cannot be replied to.
    private string? RepliableId() => Activity.Type == ActivityTypes.Message ? Activity.Id : null;

    private void Add(ConnectorOperation operation, Activity activity, DeliveryPromise promise)
    {
        var reference = Activity.GetConversationReference();
        _outgoing.Add(new OutgoingActivity(
            Guid.CreateVersion7(), operation, reference, activity.ApplyConversationReference(reference), promise));
    }
}
