namespace TrunkBot.Sandbox.Channel;

internal static class ConnectorRoutes
{
    internal static void MapConnector(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<ConnectorEndpoint>();
        var connector = app.Services.GetRequiredService<Connector>();
        var v3 = app.MapGroup("/connector/v3");

        v3.MapPost("/conversations", (HttpContext http) => endpoint.RunAsync(http, "create", connector.Create));
        var activities = v3.MapGroup("/conversations/{conversationId}/activities");
        MapActivities(activities, endpoint, connector);
        MapReactions(activities, endpoint, app.Services.GetRequiredService<Reacting>(), app.Services.GetRequiredService<SandboxChannel>());
        v3.MapGet("/conversations/{conversationId}/activities/{activityId}/members", (HttpContext http, string conversationId) =>
            endpoint.RunAsync(http, "read", _ => Roster.Members(conversationId)));
        v3.MapGet("/conversations/{conversationId}/members", (HttpContext http, string conversationId) =>
            endpoint.RunAsync(http, "read", _ => Roster.Members(conversationId)));
        v3.MapGet("/conversations/{conversationId}/pagedmembers", (HttpContext http, string conversationId) =>
            endpoint.RunAsync(http, "read", _ => Roster.PagedMembers(conversationId)));
        v3.MapGet("/conversations/{conversationId}/members/{memberId}", (HttpContext http, string conversationId, string memberId) =>
            endpoint.RunAsync(http, "read", _ => Roster.Member(conversationId, memberId)));
        v3.MapGet("/teams/{teamId}", (HttpContext http, string teamId) =>
            endpoint.RunAsync(http, "read", _ => Roster.Team(teamId)));
        v3.MapGet("/teams/{teamId}/conversations", (HttpContext http, string teamId) =>
            endpoint.RunAsync(http, "read", _ => Roster.TeamChannels(teamId)));
    }

    private static void MapActivities(RouteGroupBuilder activities, ConnectorEndpoint endpoint, Connector connector)
    {
        activities.MapPost("", (HttpContext http, string conversationId, bool isTargetedActivity = false) =>
            endpoint.RunAsync(http, "send", body => connector.Send(conversationId, null, body, isTargetedActivity)));
        activities.MapPost("/{activityId}", (HttpContext http, string conversationId, string activityId, bool isTargetedActivity = false) =>
            endpoint.RunAsync(http, "send", body => connector.Send(conversationId, activityId, body, isTargetedActivity)));
        activities.MapPut("/{activityId}", (HttpContext http, string conversationId, string activityId, bool isTargetedActivity = false) =>
            endpoint.RunAsync(http, "update", body => connector.Update(conversationId, activityId, body, isTargetedActivity)));
        activities.MapDelete("/{activityId}", (HttpContext http, string conversationId, string activityId, bool isTargetedActivity = false) =>
            endpoint.RunAsync(http, "delete", _ => connector.Delete(conversationId, activityId, isTargetedActivity)));
    }

    private static void MapReactions(RouteGroupBuilder activities, ConnectorEndpoint endpoint, Reacting reacting, SandboxChannel channel)
    {
        foreach (var (method, operation) in new[] { ("PUT", "react"), ("DELETE", "unreact") })
            activities.MapMethods("/{activityId}/reactions/{reaction}", [method], (HttpContext http, string conversationId, string activityId, string reaction) =>
                endpoint.RunAsync(http, operation, _ => reacting.React(conversationId, activityId, reaction, channel.Throttle.IsStrict)));
    }
}
