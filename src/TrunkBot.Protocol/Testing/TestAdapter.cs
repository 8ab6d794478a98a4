using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Protocol.State;

namespace TrunkBot.Protocol.Testing;

/// <summary>
/// A channel for tests, in the Bot Framework's manner: a real <see cref="TurnRunner"/> over a store in memory, and a person who writes and reads. Bots
/// are made for each turn from the adapter's services, as in production.
/// </summary>
public sealed class TestAdapter : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestOutbox _outbox;

    /// <summary>An adapter over an empty store.</summary>
    /// <param name="bot">Makes the bot of a turn.</param>
    /// <param name="configure">Adds what the bot needs.</param>
    public TestAdapter(Func<IServiceProvider, IBot> bot, Action<IServiceCollection>? configure = null) : this(bot, new MemoryStore(), configure)
    {
    }

    /// <summary>An adapter over a store: two over one are two processes, or one before and after a restart.</summary>
    /// <param name="bot">Makes the bot of a turn.</param>
    /// <param name="store">What survives the adapter.</param>
    /// <param name="configure">Adds what the bot needs.</param>
    public TestAdapter(Func<IServiceProvider, IBot> bot, MemoryStore store, Action<IServiceCollection>? configure = null)
    {
        Store = store;
        _outbox = new TestOutbox(store);
        var services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ConversationState>()
            .AddSingleton<UserState>()
            .AddSingleton<PrivateConversationState>()
            .AddSingleton<IMiddleware>(provider => new AutoSaveStateMiddleware(
                provider.GetRequiredService<ConversationState>(),
                provider.GetRequiredService<UserState>(),
                provider.GetRequiredService<PrivateConversationState>()))
            .AddSingleton(store)
            .AddScoped<MemoryStorage>()
            .AddScoped<IStorage>(provider => provider.GetRequiredService<MemoryStorage>())
            .AddScoped<ITurnStore>(provider => provider.GetRequiredService<MemoryStorage>())
            .AddSingleton<IOutbox>(_outbox)
            .AddSingleton<ILogger<TurnRunner>>(NullLogger<TurnRunner>.Instance)
            .AddSingleton<TurnRunner>()
            .AddScoped(bot);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>What survives the adapter.</summary>
    public MemoryStore Store { get; }

    /// <summary>Where the next message comes from; its conversation, people and channel are on every activity that has none of its own.</summary>
    public ConversationReference Conversation { get; set; } = new()
    {
        ChannelId = "test",
        ServiceUrl = "https://channel.example/",
        Conversation = new ConversationAccount { Id = "conversation-1" },
        User = new ChannelAccount { Id = "user-1", Name = "Riya" },
        Bot = new ChannelAccount { Id = "bot", Name = "Bot" },
    };

    /// <summary>Everything that has left, in order: replies, updates and deletions.</summary>
    public IReadOnlyCollection<OutgoingActivity> Sent => _outbox.Sent;

    /// <summary>While true, turns are stored and nothing leaves, as if the process died between the two.</summary>
    public bool LosesReplies
    {
        get => _outbox.IsDown;
        set => _outbox.IsDown = value;
    }

    /// <summary>A message of the person.</summary>
    public Activity MakeMessage(string? text) => Complete(new Activity { Type = ActivityTypes.Message, Text = text });

    /// <summary>Adds what a channel adds to an activity: id, conversation and people, where it has none.</summary>
    public Activity Complete(Activity activity)
    {
        activity.Id ??= $"activity-{Store.NextActivity()}";
        activity.ChannelId ??= Conversation.ChannelId;
        activity.ServiceUrl ??= Conversation.ServiceUrl;
        activity.Conversation ??= Conversation.Conversation;
        activity.From ??= Conversation.User;
        activity.Recipient ??= Conversation.Bot;
        return activity;
    }

    /// <summary>Delivers an activity and returns what the channel is answered; the same activity again is a redelivery.</summary>
    public Task<InvokeResponse> ProcessActivityAsync(Activity activity, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<TurnRunner>().RunAsync(Complete(activity), cancellationToken);

    /// <summary>The next reply that nobody has read; null when there is none.</summary>
    public Activity? GetNextReply() => _outbox.Unread.TryDequeue(out var reply) ? reply : null;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
