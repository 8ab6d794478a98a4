using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace TrunkBot.Tests.Schedules;

/// <summary>A VideoSDK that creates what it is asked for and counts. Actors wait before a create arrives, and before its answer does.</summary>
internal sealed class CountedVideoSdk : HttpMessageHandler
{
    private int _posts;

    /// <summary>How many creates have arrived.</summary>
    public int Posts => _posts;

    public void Forget() => _posts = 0;

    /// <summary>From here on the bot speaks to this one.</summary>
    public void AnswerTo(IServiceCollection services) => services.PostConfigureAll<HttpClientFactoryOptions>(
        clients => clients.HttpMessageHandlerBuilderActions.Add(client => client.PrimaryHandler = this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post)
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        var body = await request.Content!.ReadAsStringAsync(CancellationToken.None);
        await Actor.ArriveAsync(new Operation("a create arrives"));
        var number = Interlocked.Increment(ref _posts);
        await Actor.ArriveAsync(new Operation("its answer arrives"));
        var trunk = JsonNode.Parse(body)!.AsObject();
        trunk["trunkId"] = $"Ab3_-xyz0123456789a{number:D2}";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(trunk.ToJsonString()) };
    }
}
