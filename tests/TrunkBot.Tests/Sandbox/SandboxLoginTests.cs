using Microsoft.Identity.Client;

namespace TrunkBot.Tests.Sandbox;

public sealed class SandboxLoginTests(SandboxFixture world) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Microsofts_own_client_logs_in_and_the_connector_takes_its_token()
    {
        var settings = world.Settings;
        var client = ConfidentialClientApplicationBuilder.Create(settings["MicrosoftAppId"])
            .WithClientSecret(settings["MicrosoftAppPassword"])
            .WithAuthority(settings["ToChannelFromBotLoginUrl"], false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new OneClient(world.Client))
            .Build();
        var result = await client.AcquireTokenForClient([settings["ToChannelFromBotOAuthScope"]!]).ExecuteAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, "connector/v3/conversations/approvals-room/members");
        request.Headers.Authorization = new("Bearer", result.AccessToken);
        Assert.True((await world.Client.SendAsync(request)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_login_endpoint_answers_over_tls_only()
    {
        var path = $"{world.Settings["MicrosoftAppTenantId"]}/v2.0/.well-known/openid-configuration";
        Assert.Contains("token_endpoint", await world.Client.GetStringAsync(new Uri(world.Sandbox.LoginAddress, path)), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await world.Client.GetAsync(path)).StatusCode);
    }

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
