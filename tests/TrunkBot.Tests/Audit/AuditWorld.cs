using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Audit;
using TrunkBot.Audit.Verifying;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Audit;

/// <summary>What a tamperer and an auditor do.</summary>
internal static class AuditWorld
{
    /// <summary>Every sentence of the verification; empty when all is whole.</summary>
    public static Task<List<string>> VerifyAsync(this Company world) => world.InScopeAsync(async services =>
    {
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        return report.Flaws.Select(AuditTexts.Sentence).ToList();
    });

    /// <summary>Changes the database as somebody would who can write to it and has not the keys.</summary>
    public static Task<int> TamperAsync(this Company world, string sql) => world.StoredAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Asks, approves and creates; returns the request's id.</summary>
    public static async Task<string> CreatesAsync(this Company world)
    {
        var id = await Promises.Story.AsksAndGetsAYesAsync(world);
        await world.RunDueJobsAsync();
        return id;
    }

    /// <summary>Lets the hourly checkpoint come.</summary>
    public static Task CheckpointAsync(this Company world) => world.PassAsync(TimeSpan.FromMinutes(61));

    public static async Task<T> InScopeAsync<T>(this Company world, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = world.Bot.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public static Task<List<AuditEntry>> EntriesAsync(this Company world, string subject) => world.StoredAsync(db =>
        db.Audit.AsNoTracking().Where(entry => entry.Subject == subject).OrderBy(entry => entry.Sequence).ToListAsync());

    public static string Number(this string id) => id[3..].ToString(CultureInfo.InvariantCulture);
}
