using System.Text.Json.Nodes;
using TrunkBot.Sandbox.Login;
using Account = TrunkBot.Sandbox.SignIn.SandboxTokenService.Account;

namespace TrunkBot.Sandbox.SignIn;

/// <summary>Answers the bot's calls to the token service.</summary>
internal sealed class TokenEndpoint(SandboxTokenService service, SandboxLogin login)
{
    internal Task<IResult> GetAsync(HttpContext http, string? connectionName, string? code) =>
        RunAsync(http, connectionName, "GetToken", account => Found(service.Get(account, code), account));

    internal Task<IResult> SignOutAsync(HttpContext http, string? connectionName) => RunAsync(http, connectionName, "SignOut", account => (service.Forget(account) ? 200 : 204, null));

    internal Task<IResult> ResourceAsync(HttpContext http, string? state) => RunAsync(http, SandboxTokenService.ConnectionName, "GetSignInResource", _ =>
        service.Resource(state) is { } resource ? (200, resource) : (400, Error("BadArgument", "The state isn't one.")));

    internal async Task<IResult> ExchangeAsync(HttpContext http, string? connectionName)
    {
        var body = SandboxJson.ReadObject(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted));
        var uri = body?["uri"]?.ToString();
        var account = AccountOf(http);
        var exchanged = uri is null ? await service.ExchangeAsync(account, body?["token"]?.ToString()) : null;
        return await RunAsync(http, connectionName, uri is null ? "exchange" : "renew", _ => uri is not null
            ? Found(service.Renew(account, uri), account)
            : exchanged is null ? (400, Error("ConsentRequired", "Consent is required, or the token isn't exchangeable.")) : Found(exchanged, account));
    }

    private async Task<IResult> RunAsync(HttpContext http, string? connectionName, string operation, Func<Account, (int Status, JsonObject? Body)> act)
    {
        var (status, body) = await DecideAsync(http, connectionName, act);
        service.Calls.Add(new(operation, http.Request.Query["userId"], status));
        return body is null ? Results.StatusCode(status) : SandboxJson.Answer(status, body);
    }

    private async Task<(int Status, JsonObject? Body)> DecideAsync(HttpContext http, string? connectionName, Func<Account, (int Status, JsonObject? Body)> act)
    {
        if (!await login.IsOursAsync(http.Request.Headers.Authorization))
            return (401, Error("Unauthorized", "Authorization has been denied for this request."));
        if (service.Faults.Take(http.Request.Method) is { } fault)
            return (fault.Status!.Value, Error("ServiceError", fault.Message ?? "The sandbox was asked to answer like this."));
        return connectionName is SandboxTokenService.ConnectionName
            ? act(AccountOf(http))
            : (404, Error("NotFound", "There is no connection of this name."));
    }

    private static (int, JsonObject?) Found(string? token, Account account) => token is null
        ? (404, Error("NotFound", "There is no token."))
        : (200, new() { ["channelId"] = account.ChannelId, ["connectionName"] = SandboxTokenService.ConnectionName, ["token"] = token });

    private static Account AccountOf(HttpContext http) => new($"{http.Request.Query["channelId"]}", $"{http.Request.Query["userId"]}");

    private static JsonObject Error(string code, string message) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
}
