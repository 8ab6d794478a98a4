using System.Text.Json.Nodes;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Channel;
using TrunkBot.Sandbox.SignIn;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Access.SignIn;

/// <summary>A company whose people have their roles from Microsoft Entra, and show them by signing in.</summary>
internal static class SignInCompany
{
    public const string Requester = "TrunkBot.Requester", Approver = "TrunkBot.Approver";

    public static readonly TimeSpan RememberFor = TimeSpan.FromMinutes(10);

    public static Dictionary<string, string?> Settings => new(Two.Approvers)
    {
        ["Access:SignIn:ConnectionName"] = SandboxTokenService.ConnectionName,
        ["Access:Roles:Requester:9"] = $"approle:{Requester}",
        ["Access:Roles:Approver:9"] = $"approle:{Approver}",
    };

    extension(Company world)
    {
        public SandboxEntra Entra => world.Sandbox.Entra;

        /// <summary>Somebody of whom the bot's settings know nothing, with these app roles.</summary>
        public Talker Somebody(string key, params string[] roles)
        {
            world.Entra.Give(key, roles);
            return new Talker(world.Sandbox, key);
        }

        /// <summary>The same, signed in.</summary>
        public async Task<Talker> SignedInAsync(string key, params string[] roles)
        {
            var person = world.Somebody(key, roles);
            await person.SaysAsync("/signin");
            await world.Sandbox.TeamsClients.SettledAsync();
            Assert.Contains("You're signed in", person.Reads(), StringComparison.Ordinal);
            return person;
        }

        /// <summary>A client sends this token for somebody.</summary>
        public async Task<int> BringsAsync(Talker person, string token, string id = "card", string where = "personal") =>
            (await world.Sandbox.Channel.DeliverAsync(person.Key, where, Exchange(token, id))).Status;

        /// <summary>What the bot asked the token service about somebody.</summary>
        public IReadOnlyList<string> Calls(Talker person) =>
            [.. world.Sandbox.TokenService.Calls.Where(call => call.UserId == SandboxApp.Person(person.Key).TeamsId).Select(call => $"{call.Operation} {call.Status}")];

        public IReadOnlyList<int> Exchanges(Talker person) =>
            [.. world.Sandbox.TeamsClients.Exchanges.Where(one => one.Person == person.Key).Select(one => one.Status)];
    }

    public static JsonObject Exchange(string token, string id, string connection = SandboxTokenService.ConnectionName) => new()
    {
        ["type"] = "invoke",
        ["name"] = "signin/tokenExchange",
        ["value"] = new JsonObject { ["id"] = id, ["connectionName"] = connection, ["token"] = token },
    };

    public static JsonObject Code(string? code) => new()
    {
        ["type"] = "invoke",
        ["name"] = "signin/verifyState",
        ["value"] = new JsonObject { ["state"] = code },
    };

    /// <summary>The sign-in cards in a person's chat.</summary>
    public static IReadOnlyList<string> Links(this Talker person, string where = "personal") =>
        [.. person.Sees(where).Where(IsSignIn).Select(sent => sent.Activity!.Value.GetProperty("attachments")[0].GetProperty("content").GetProperty("buttons")[0].GetProperty("value").GetString()!)];

    public static bool IsSignIn(SentActivity sent) =>
        sent.Activity?.TryGetProperty("attachments", out var all) == true && all[0].GetProperty("contentType").ValueEquals("application/vnd.microsoft.card.oauth");
}
