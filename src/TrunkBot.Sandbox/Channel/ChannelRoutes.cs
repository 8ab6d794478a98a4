using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Channel;

internal static class ChannelRoutes
{
    internal static IServiceCollection AddChannel(this IServiceCollection services) => services
        .AddSingleton<SentThreads>()
        .AddSingleton<Reacting>()
        .AddSingleton(provider => new TeamsViews(provider.GetRequiredService<SandboxChannel>(), provider.GetRequiredService<SandboxWorld>()))
        .AddSingleton(provider => new SandboxChannel(
            provider.GetRequiredService<SandboxWorld>(), provider.GetRequiredService<SentThreads>()))
        .AddSingleton(provider => new TeamsDialogs(provider.GetRequiredService<SandboxChannel>()))
        .AddSingleton<Connector>()
        .AddSingleton<ConnectorEndpoint>()
        .AddSingleton<DeliveryEndpoint>();

    internal static void MapChannel(this WebApplication app)
    {
        var channel = app.Services.GetRequiredService<SandboxChannel>();
        var world = app.Services.GetRequiredService<SandboxWorld>();
        var deliveries = app.Services.GetRequiredService<DeliveryEndpoint>();
        app.MapGet("/channel/.well-known/openidconfiguration", () => SandboxJson.Answer(200, Metadata(world)));
        app.MapGet("/channel/.well-known/keys", () => SandboxJson.Answer(200, channel.PublishKeys()));
        app.MapConnector();
        app.MapFaults("/sandbox/connector/faults", channel.Faults);
        app.MapGet("/sandbox/connector/throttle", () => SandboxJson.Answer(200, Describe(channel.Throttle)));
        app.MapPut("/sandbox/connector/throttle", (bool strict) =>
        {
            channel.Throttle.IsStrict = strict;
            return SandboxJson.Answer(200, Describe(channel.Throttle));
        });
        app.MapPost("/sandbox/deliver", deliveries.DeliverAsync);
        app.MapGet("/sandbox/activities", (string? conversation, string? person, string? channelId) =>
            Results.Json(Sent(channel, conversation, person, channelId), SandboxJson.Default.IEnumerableSentActivity));
        app.MapGet("/sandbox/views", async (string person, string conversation, string? locale, CancellationToken cancellation) => SandboxWorld.Find(person) is null
            ? SandboxJson.Refuse(400, "person must be somebody of the sandbox.")
            : Results.Json(await app.Services.GetRequiredService<TeamsViews>().OpenAsync(person, conversation, locale, cancellation), SandboxJson.Default.IReadOnlyListSeenMessage));
        app.MapGet("/sandbox/said", (string conversation, string? person) => Results.Json(Said(channel, conversation, person), SandboxJson.Default.IEnumerableSaidMessage));
        app.MapGet("/sandbox/people", () => SandboxJson.Answer(200, People()));
    }

    private static IEnumerable<SentActivity> Sent(SandboxChannel channel, string? conversation, string? person, string? channelId)
    {
        if (conversation is null)
            return channel.Sent;
        var place = ConversationTable.Named(conversation, SandboxWorld.Find(person), channelId);
        return channel.Sent.Where(sent => Conversation.WithoutThread(sent.ConversationId ?? "") == Conversation.WithoutThread(place.Id));
    }

    private static IEnumerable<SaidMessage> Said(SandboxChannel channel, string conversation, string? person)
    {
        var place = ConversationTable.Named(conversation, SandboxWorld.Find(person), SandboxWorld.Teams);
        return channel.Said.Where(said => Conversation.WithoutThread(said.ConversationId) == place.Id);
    }

    private static JsonObject Metadata(SandboxWorld world) => new()
    {
        ["issuer"] = ChannelToken.ChannelIssuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = new Uri(world.Address, "channel/.well-known/keys").AbsoluteUri,
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    private static JsonObject Describe(Throttle throttle) => new() { ["strict"] = throttle.IsStrict, ["refused"] = throttle.Refused };

    private static JsonArray People() => new([.. SandboxWorld.People.Select(person => new JsonObject
    {
        ["key"] = person.Key,
        ["name"] = person.Name,
        ["role"] = person.Role,
        ["objectId"] = person.ObjectId,
        ["tenantId"] = SandboxWorld.TenantId,
    })]);
}
