using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using Span = System.Diagnostics.Activity;

namespace TrunkBot.Outbox.Waiting;

/// <summary>Writes <i>is typing</i> once, when an answer takes more than a second. Teams takes it away with the next message, or after some seconds.</summary>
internal sealed class TypingSign(ActivitySender sender, TimeProvider clock) : IWaitingSign
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    // The answer waits for a call that has begun, so it is not given long.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    // What is answered in the response brings nothing before it, and who spoke so that nobody sees it is not given away.
    public IAsyncDisposable? Begin(Activity heard) =>
        heard is { Type: ActivityTypes.Message, DeliveryMode: not DeliveryModes.ExpectReplies, ChannelId: { }, ServiceUrl: { }, Conversation.Id.Length: > 0 }
            && !heard.IsTargeted() && !heard.IsOwn()
            ? new Waiting(() => ShowAsync(heard.GetConversationReference()), clock)
            : null;

    private async Task ShowAsync(ConversationReference reference)
    {
        // It is no part of the turn, which it does not hold up: a trace of one turn looks alike on a fast and on a slow machine.
        Span.Current = null;
        using var limit = new CancellationTokenSource(s_longest, clock);
        var typing = new Activity { Type = ActivityTypes.Typing }.ApplyConversationReference(reference);
        try
        {
            await sender.AnswerAsync(
                new OutgoingActivity(Guid.CreateVersion7(), ConnectorOperation.Send, reference, typing, DeliveryPromise.AtMostOnce), limit.Token);
        }
        catch (Exception missed) when (missed is ConnectorException or OperationCanceledException)
        {
            // The answer comes all the same, and says by itself what there is to say.
        }
    }

    private sealed class Waiting : IAsyncDisposable
    {
        private readonly Lock _gate = new();
        private readonly ITimer _timer;
        private Task _shown = Task.CompletedTask;
        private bool _isOver;

        public Waiting(Func<Task> show, TimeProvider clock) => _timer = clock.CreateTimer(_ => Show(show), null, s_patience, Timeout.InfiniteTimeSpan);

        public async ValueTask DisposeAsync()
        {
            lock (_gate)
                _isOver = true;
            await _timer.DisposeAsync();
            await _shown;
        }

        private void Show(Func<Task> show)
        {
            lock (_gate)
            {
                if (!_isOver)
                    _shown = Task.Run(show);
            }
        }
    }
}
