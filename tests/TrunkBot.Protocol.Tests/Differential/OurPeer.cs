using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Hosting;
using TrunkBot.Protocol.State;
using TrunkBot.Protocol.Tests.Authentication;

namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>Which handlers the request on this thread of work has reached.</summary>
internal static class CalledHandlers
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    public static void Add(string name) => Current.Value?.Add(name);

    public static List<string> Begin() => Current.Value = [];
}

/// <summary>A bot on our library, over HTTP.</summary>
internal sealed class OurPeer(WebApplication app) : IAsyncDisposable
{
    public Uri Endpoint { get; } = new(app.Urls.Single());

    public static async Task<OurPeer> StartAsync(FakeChannel channel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddBot<DifferentialBot>(BotSide.Configuration(channel), new HostSurroundings(true, ["http://localhost:3978"]))
            .AddSingleton<DifferentialDialogs>()
            .AddSingleton<MemoryStore>()
            .AddScoped<MemoryStorage>()
            .AddScoped<IStorage>(services => services.GetRequiredService<MemoryStorage>())
            .AddScoped<ITurnStore>(services => services.GetRequiredService<MemoryStorage>())
            .AddSingleton<IOutbox, StraightOutbox>();
        var app = builder.Build();
        app.Use(async (http, next) =>
        {
            var called = CalledHandlers.Begin();
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["x-handlers"] = string.Join(' ', called);
                return Task.CompletedTask;
            });
            await next(http);
        });
        app.MapBot();
        await app.StartAsync();
        return new OurPeer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Sends what a turn has left, once, as far as the connector takes it.</summary>
    private sealed class StraightOutbox(ConnectorClient connector, MemoryStore store) : IOutbox
    {
        public async Task SendAsync(IReadOnlyList<OutgoingActivity> activities, CancellationToken cancellationToken)
        {
            foreach (var outgoing in activities.Where(store.TryClaim))
            {
                try
                {
                    await SendAsync(outgoing, cancellationToken);
                }
                catch (ConnectorException)
                {
                    // As the contract says: it is kept for a later try, here for none.
                }
            }
        }

        private Task SendAsync(OutgoingActivity outgoing, CancellationToken token)
        {
            var (service, conversation) = (outgoing.Reference.ServiceUrl!, outgoing.Reference.Conversation!.Id!);
            return outgoing.Operation switch
            {
                ConnectorOperation.Update => connector.UpdateActivityAsync(service, conversation, outgoing.Activity.Id!, outgoing.Activity, token),
                ConnectorOperation.Delete => connector.DeleteActivityAsync(service, conversation, outgoing.Activity.Id!, cancellationToken: token),
                _ when outgoing.Activity.ReplyToId is { } replyTo =>
                    connector.ReplyToActivityAsync(service, conversation, replyTo, outgoing.Activity, token),
                _ => connector.SendToConversationAsync(service, conversation, outgoing.Activity, token),
            };
        }
    }
}
