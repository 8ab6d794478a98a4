using System.Security.Cryptography;

namespace TrunkBot.Sandbox;

/// <summary>What every room knows: the company, its people, the bot's registration, the addresses and the time.</summary>
internal sealed class SandboxWorld(SandboxOptions options)
{
    internal const string Teams = "msteams";
    internal const string WebChat = "webchat";
    internal const string TenantId = "10000000-0000-4000-8000-00000000c0de";
    internal const string AppId = "20000000-0000-4000-8000-000000000b07";
    internal const string BotId = "28:" + AppId;
    internal const string BotName = "TrunkBot";

    internal static readonly SandboxPerson[] People =
    [
        new("riya", "Riya Rao", "requester", "30000000-0000-4000-8000-000000000001"),
        new("omar", "Omar Haddad", "approver", "30000000-0000-4000-8000-000000000002"),
        new("mei", "Mei Lin", "approver", "30000000-0000-4000-8000-000000000003"),
        new("ada", "Ada Rossi", "admin", "30000000-0000-4000-8000-000000000004"),
        new("eve", "Eve Novak", "stranger", "30000000-0000-4000-8000-000000000005"),
    ];

    private long lastId;
    private int lastBot = -1;

    internal SandboxOptions Options => options;
    internal TimeProvider Clock { get; set; } = TimeProvider.System;
    internal Uri BotEndpoint => BotEndpoints[0];

    /// <summary>Every process of the bot.</summary>
    internal IReadOnlyList<Uri> BotEndpoints { get; set; } = [options.BotEndpoint];

    internal Uri Address { get; set; } = new("http://127.0.0.1");
    internal Uri LoginAddress { get; set; } = new("https://127.0.0.1");

    /// <summary>The bot's password at the login endpoint, new on each start.</summary>
    internal string AppPassword { get; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Where the bot's calls to the channel go.</summary>
    internal string ServiceUrl => new Uri(Address, "connector/").AbsoluteUri;

    /// <summary>Whose turn it is: a load balancer that asks one after the other.</summary>
    internal Uri NextBotEndpoint()
    {
        var all = BotEndpoints;
        return all[(int)((uint)Interlocked.Increment(ref lastBot) % (uint)all.Count)];
    }

    internal static SandboxPerson? Find(string? person) => People.FirstOrDefault(one =>
        one.Key.Equals(person, StringComparison.OrdinalIgnoreCase) || one.TeamsId == person || one.WebChatId == person ||
        one.SignInName.Equals(person, StringComparison.OrdinalIgnoreCase) ||
        one.ObjectId.Equals(person, StringComparison.OrdinalIgnoreCase)) ?? Crowd.Find(person);

    /// <summary>A message id as Teams makes them: milliseconds as digits, and never the same twice.</summary>
    internal string NextId()
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        while (true)
        {
            var last = Interlocked.Read(ref lastId);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref lastId, next, last) == last)
                return next.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
