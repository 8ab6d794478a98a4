namespace TrunkBot.Sandbox.DirectLine;

internal static class DirectLineRoutes
{
    internal static IServiceCollection AddDirectLine(this IServiceCollection services) => services
        .AddSingleton<DirectLineStreams>()
        .AddSingleton<DirectLineTokens>()
        .AddSingleton<DirectLineHost>()
        .AddSingleton<DirectLineSocket>()
        .AddSingleton<DirectLineEndpoint>();

    internal static void MapDirectLine(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<DirectLineEndpoint>();
        app.UseWebSockets();
        app.MapPost("/sandbox/tokens", endpoint.Issue);
        var directLine = app.MapGroup("/directline");
        directLine.MapPost("/tokens/refresh", (Delegate)endpoint.RefreshAsync);
        directLine.MapPost("/conversations", (Delegate)endpoint.StartAsync);
        directLine.MapGet("/conversations/{conversationId}", endpoint.ResumeAsync);
        directLine.MapGet("/conversations/{conversationId}/activities", endpoint.ReadAsync);
        directLine.MapGet("/conversations/{conversationId}/earlier", endpoint.ReadEarlierAsync);
        directLine.MapPost("/conversations/{conversationId}/activities", endpoint.SayAsync);
        directLine.Map("/conversations/{conversationId}/stream", endpoint.StreamAsync);
    }
}
