using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Login;
using Account = TrunkBot.Sandbox.SignIn.SandboxTokenService.Account;

namespace TrunkBot.Sandbox.SignIn;

/// <summary>Answers the bot's calls to the token service.</summary>
internal sealed class TokenEndpoint(SandboxTokenService service, SandboxLogin login)
{
    internal Task<IResult> GetAsync(HttpContext http) =>
        RunAsync(http, "GetToken", account => Found(service.Get(account, http.Request.Query["code"].FirstOrDefault()), account));

    internal Task<IResult> SignOutAsync(HttpContext http) => RunAsync(http, "SignOut", account => (service.Forget(account) ? 200 : 204, null));

    internal Task<IResult> ResourceAsync(HttpContext http) => RunAsync(http, "GetSignInResource", _ =>
        service.Resource(http.Request.Query["state"]) is { } resource ? (200, resource) : (400, Error("BadArgument", "The state isn't one.")));

    internal async Task<IResult> ExchangeAsync(HttpContext http)
    {
        var body = SandboxJson.ReadObject(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted));
        var uri = body?["uri"]?.ToString();
        var account = AccountOf(http);
        var exchanged = uri is null ? await service.ExchangeAsync(account, body?["token"]?.ToString()) : null;
        return await RunAsync(http, uri is null ? "exchange" : "renew", _ => uri is not null
            ? Found(service.Renew(account, uri), account)
            : exchanged is null ? (400, Error("ConsentRequired", "Consent is required, or the token isn't exchangeable.")) : Found(exchanged, account));
    }

    private async Task<IResult> RunAsync(HttpContext http, string operation, Func<Account, (int Status, JsonObject? Body)> act)
    {
        var (status, body) = await DecideAsync(http, act);
        service.Calls.Add(new(operation, http.Request.Query["userId"], status));
        return body is null ? Results.StatusCode(status) : SandboxJson.Answer(status, body);
    }

    private async Task<(int Status, JsonObject? Body)> DecideAsync(HttpContext http, Func<Account, (int Status, JsonObject? Body)> act)
    {
        if (!await login.IsOursAsync(http.Request.Headers.Authorization))
            return (401, Error("Unauthorized", "Authorization has been denied for this request."));
        if (service.Faults.Take(http.Request.Method) is { } fault)
            return (fault.Status!.Value, Error("ServiceError", fault.Message ?? "The sandbox was asked to answer like this."));
        var connection = http.Request.Query["connectionName"].FirstOrDefault();
        return connection is null or SandboxTokenService.ConnectionName
            ? act(AccountOf(http))
            : (404, Error("NotFound", "There is no such connection."));
    }

    private static (int, JsonObject?) Found(string? token, Account account) => token is null
        ? (404, Error("NotFound", "There is no token."))
        : (200, new() { ["channelId"] = account.ChannelId, ["connectionName"] = SandboxTokenService.ConnectionName, ["token"] = token });

    private static Account AccountOf(HttpContext http) => new($"{http.Request.Query["channelId"]}", $"{http.Request.Query["userId"]}");

    private static JsonObject Error(string code, string message) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
}
