using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Access;
using TrunkBot.Storage;
using TrunkBot.Storage.Trouble;
using TrunkBot.VideoSdk;

namespace TrunkBot.Operations.Status;

/// <summary>Which versions run, and whether what they stand on answers.</summary>
internal sealed class ProgramStatus(TrunkBotDbContext db, IBackEnd backEnd, DatabaseProbe probe, VideoSdkClient videoSdk) : IStatusPart
{
    public async Task<IReadOnlyList<StatusLine>> ReadAsync(Person admin, CancellationToken ct)
    {
        var asked = videoSdk.ProblemAsync(ct);
        var (database, version) = (await probe.ProblemAsync(ct), await VersionAsync(ct));
        var outside = await asked;
        return
        [
            new(StatusTexts.Program, StatusTexts.Versions(typeof(ProgramStatus).Assembly.GetName().Version!.ToString(3), RuntimeInformation.FrameworkDescription)),
            new(StatusTexts.Database, $"{backEnd.Name} {version}. {database ?? StatusTexts.TakesChanges}", database is not null),
            new(StatusTexts.VideoSdk, outside ?? StatusTexts.Answers, outside is not null),
        ];
    }

    // As the engine says it, without the name of the distribution.
    private async Task<string> VersionAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return db.Database.GetDbConnection().ServerVersion.Split(' ')[0];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
