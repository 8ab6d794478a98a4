using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrunkBot.Tests.Credentials;

namespace TrunkBot.Tests.Sandbox;

/// <summary>The login endpoint is as strict with an assertion as Microsoft Entra is, and says why it refuses.</summary>
public sealed class SandboxAssertionTests(SandboxFixture world) : IClassFixture<SandboxFixture>
{
    private const string Bearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    [Fact]
    public async Task A_signed_assertion_is_taken_once()
    {
        var assertion = Sign();
        Assert.Equal("", await RefusalOfAsync(assertion));
        Assert.Contains("jti", await RefusalOfAsync(assertion), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another audience", "AADSTS700023")]
    [InlineData("another issuer", "AADSTS700021")]
    [InlineData("another subject", "AADSTS700021")]
    [InlineData("ended", "AADSTS700024")]
    [InlineData("an hour long", "AADSTS700024")]
    [InlineData("without jti", "jti")]
    [InlineData("an unknown certificate", "is not registered")]
    [InlineData("signed by another key", "failed signature validation")]
    [InlineData("an HMAC", "failed signature validation")]
    [InlineData("no JWT", "AADSTS50027")]
    public async Task An_assertion_is_refused_that_has_or_is(string fault, string reason) =>
        Assert.Contains(reason, await RefusalOfAsync(fault == "no JWT" ? "nonsense" : Sign(fault)), StringComparison.Ordinal);

    [Fact]
    public async Task Neither_another_type_nor_a_secret_beside_it_is_taken()
    {
        Assert.Contains("client_assertion_type", await RefusalOfAsync(Sign(), form => form["client_assertion_type"] = "jwt"), StringComparison.Ordinal);
        Assert.Contains("both", await RefusalOfAsync(Sign(), form => form["client_secret"] = world.Settings["MicrosoftAppPassword"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identitys_token_is_taken_for_the_exchange_alone()
    {
        Assert.Equal("", await RefusalOfAsync(await IdentityTokenAsync("api://AzureADTokenExchange")));
        Assert.Contains("AADSTS700212", await RefusalOfAsync(await IdentityTokenAsync("https://vault.azure.net")), StringComparison.Ordinal);
        Assert.Contains("AADSTS70021", await RefusalOfAsync((await world.BotTokenAsync()).Parameter!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resource=https%3A%2F%2Fvault.azure.net&client_id=60000000-0000-4000-8000-0000000000f1", "", "header")]
    [InlineData("resource=https%3A%2F%2Fvault.azure.net&client_id=60000000-0000-4000-8000-0000000000f9", "mine", "Identity not found")]
    [InlineData("resource=https%3A%2F%2Fvault.azure.net%2F.default&client_id=60000000-0000-4000-8000-0000000000f1", "mine", "no scope")]
    [InlineData("client_id=60000000-0000-4000-8000-0000000000f1", "mine", "resource must be")]
    public async Task The_machine_gives_no_token_to(string query, string header, string reason)
    {
        using var answer = await AskAsync(query, header);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> IdentityTokenAsync(string resource)
    {
        using var answer = await AskAsync($"resource={Uri.EscapeDataString(resource)}&client_id=60000000-0000-4000-8000-0000000000f1", "mine");
        return (await SandboxFixture.ReadAsync(answer))["access_token"]!.ToString();
    }

    private Task<HttpResponseMessage> AskAsync(string query, string header)
    {
        var machine = world.Sandbox.MachineSettings();
        var request = new HttpRequestMessage(HttpMethod.Get, $"{machine["IDENTITY_ENDPOINT"]}?api-version=2019-08-01&{query}");
        request.Headers.Add("X-IDENTITY-HEADER", header == "mine" ? machine["IDENTITY_HEADER"] : header);
        return world.Client.SendAsync(request);
    }

    private async Task<string> RefusalOfAsync(string assertion, Action<Dictionary<string, string>>? change = null)
    {
        using var answer = await world.LogInAsync(form =>
        {
            form.Remove("client_secret");
            (form["client_assertion_type"], form["client_assertion"]) = (Bearer, assertion);
            change?.Invoke(form);
        });
        return (await SandboxFixture.ReadAsync(answer))["error_description"]?.ToString() ?? "";
    }

    private string Sign(string fault = "")
    {
        var certificate = fault == "an unknown certificate" ? CredentialCompany.Second : CredentialCompany.First;
        world.Sandbox.Login.Assertions.Trust(CredentialCompany.First);
        var (now, app) = (DateTime.UtcNow, world.Settings["MicrosoftAppId"]!);
        var claims = new Dictionary<string, object> { ["sub"] = fault == "another subject" ? "somebody" : app };
        if (fault != "without jti")
            claims["jti"] = Guid.NewGuid().ToString();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = fault == "another issuer" ? "somebody" : app,
            Audience = fault == "another audience" ? "https://login.microsoftonline.com" : world.Settings["ToChannelFromBotLoginUrl"] + "/oauth2/v2.0/token",
            NotBefore = now.AddMinutes(fault == "ended" ? -20 : 0),
            IssuedAt = now,
            Expires = now.AddMinutes(fault switch { "ended" => -11, "an hour long" => 60, _ => 10 }),
            Claims = claims,
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)) },
            SigningCredentials = fault switch
            {
                "an HMAC" => new SigningCredentials(new SymmetricSecurityKey(CredentialCompany.First.GetPublicKey()), SecurityAlgorithms.HmacSha256),
                "signed by another key" => new SigningCredentials(new RsaSecurityKey(CredentialCompany.Second.GetRSAPrivateKey()), SecurityAlgorithms.RsaSsaPssSha256),
                _ => new SigningCredentials(new RsaSecurityKey(certificate.GetRSAPrivateKey()), SecurityAlgorithms.RsaSsaPssSha256),
            },
        });
    }
}
