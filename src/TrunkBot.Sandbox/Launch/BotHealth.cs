namespace TrunkBot.Sandbox.Launch;

/// <summary>Asks the bot whether it lives.</summary>
internal sealed class BotHealth(SandboxWorld world) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };

    internal async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(world.BotEndpoint, "/health/live"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();
}
