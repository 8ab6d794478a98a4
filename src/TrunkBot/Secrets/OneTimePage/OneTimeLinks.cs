using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TrunkBot.Jobs;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>Hands out links and finds them again.</summary>
internal sealed class OneTimeLinks(TrunkBotDbContext db, Commit commit, IOptions<OneTimePageOptions> page, TimeProvider clock) : IHousekeeping
{
    public const string Path = "/secret/";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int TokenBytes = 32;

    public bool IsOn => page.Value.IsOn;

    /// <summary>Adds a link to the page for a password to the current transaction.</summary>
    /// <returns>Its address, which can be had only here and now.</returns>
    public Uri Create(string subjectId, string tenantId, string askerId) => Create(Path, subjectId, tenantId, askerId);

    /// <summary>The same to another page.</summary>
    public Uri Create(string path, string subjectId, string tenantId, string askerId)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Add(new OneTimeLink(HashOf(token), subjectId, tenantId, askerId, clock.GetUtcNow() + Lifetime));
        return new Uri(page.Value.Address.AbsoluteUri.TrimEnd('/') + path + token);
    }

    /// <summary>The link, if it can still be used; what is expired, used or unknown is all the same.</summary>
    public async Task<OneTimeLink?> FindAsync(string token, CancellationToken ct)
    {
        var hash = HashOf(token);
        return await db.OneTimeLinks.SingleOrDefaultAsync(link => link.TokenHash == hash, ct) is { } found && found.IsOpen(clock.GetUtcNow())
            ? found
            : null;
    }

    public Task CleanAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return commit.ExecuteAsync(() => db.OneTimeLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(ct), ct);
    }

    // Nobody can guess 256 random bits, so a plain hash gives nothing away.
    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
