using System.Text.RegularExpressions;
using TrunkBot.Storage;
using TrunkBot.Storage.Rows;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Schedules;

/// <summary>A store with a fault: it saves a change of a row although somebody else has changed the row since it was read.</summary>
internal sealed partial class WithoutVersions(IBackEnd inner) : PassedOn(inner)
{
    public override Task<bool> WriteAsync(IReadOnlyList<RowWrite> writes, bool bringsWork, CancellationToken ct) =>
        base.WriteAsync([.. writes.Select(write => write with { Sql = Version().Replace(write.Sql, "$1 IS NOT NULL") })], bringsWork, ct);

    [GeneratedRegex("""(?<=(?:WHERE|AND) )"Version" = (\$\d+)""")]
    private static partial Regex Version();
}
