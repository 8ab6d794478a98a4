using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;
using Span = System.Diagnostics.Activity;

namespace TrunkBot.Outbox.Waiting;

/// <summary>Writes <i>is typing</i> once, when an answer takes more than a second. Teams takes it away with the next message, or after some seconds.</summary>
internal sealed class TypingSign : IWaitingSign, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    // The answer waits for a call that has begun, so it is not given long.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    private readonly ActivitySender _sender;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Queue<Waiting> _line = new();

    public TypingSign(ActivitySender sender, TimeProvider clock)
    {
        (_sender, _clock) = (sender, clock);
        _timer = clock.CreateTimer(_ => ShowDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    // What is answered in the response brings nothing before it, and who spoke so that nobody sees it is not given away.
    public IAsyncDisposable? Begin(Activity heard)
    {
        if (heard is not { Type: ActivityTypes.Message, DeliveryMode: not DeliveryModes.ExpectReplies, ChannelId: { }, ServiceUrl: { }, Conversation.Id.Length: > 0 }
            || heard.IsTargeted() || heard.IsOwn())
            return null;
        var waiting = new Waiting(() => ShowAsync(heard.GetConversationReference()), _clock.GetTimestamp());
        Add(waiting);
        return waiting;
    }

    private async Task ShowAsync(ConversationReference reference)
    {
        // It is no part of the turn, which it does not hold up: a trace of one turn looks alike on a fast and on a slow machine.
        Span.Current = null;
        using var limit = new CancellationTokenSource(s_longest, _clock);
        var typing = new Activity { Type = ActivityTypes.Typing }.ApplyConversationReference(reference);
        try
        {
            await _sender.AnswerAsync(
                new OutgoingActivity(Guid.CreateVersion7(), ConnectorOperation.Send, reference, typing, DeliveryPromise.AtMostOnce), limit.Token);
        }
        catch (Exception missed) when (missed is ConnectorException or OperationCanceledException)
        {
            // The answer comes all the same, and says by itself what there is to say.
        }
    }

    // Nearly every turn ends long before: a timer for each would cost more than all else here.
    private void Add(Waiting waiting)
    {
        lock (_line)
        {
            _line.Enqueue(waiting);
            if (_line.Count is 1)
                _timer.Change(s_patience, Timeout.InfiniteTimeSpan);
        }
    }

    private void ShowDue()
    {
        lock (_line)
        {
            var now = _clock.GetTimestamp();
            while (_line.TryPeek(out var first))
            {
                var left = s_patience - _clock.GetElapsedTime(first.Since, now);
                if (left > TimeSpan.Zero && !first.IsOver)
                {
                    _timer.Change(left, Timeout.InfiniteTimeSpan);
                    return;
                }

                _line.Dequeue();
                first.Show();
            }
        }
    }

    private sealed class Waiting(Func<Task> show, long since) : IAsyncDisposable
    {
        private readonly Lock _gate = new();

        // Let go of with the turn: the line holds what is over for up to a second, and must not hold all that was heard.
        private Func<Task>? _show = show;
        private Task _shown = Task.CompletedTask;

        public long Since => since;

        public bool IsOver => Volatile.Read(ref _show) is null;

        public async ValueTask DisposeAsync()
        {
            lock (_gate)
                _show = null;
            await _shown;
        }

        public void Show()
        {
            lock (_gate)
            {
                if (_show is { } show)
                    _shown = Task.Run(show);
            }
        }
    }
}
