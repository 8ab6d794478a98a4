using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace TrunkBot.Access.Graph;

/// <summary>
/// Who is in which group, also by a group in the group. All groups of the settings are asked about in one call, twenty at a time: how many members they have
/// does not matter.
/// </summary>
/// <remarks>Source: Microsoft Graph v1.0, "user: checkMemberGroups": transitive, at most 20 ids.</remarks>
internal sealed class GroupBook(GraphCalls graph, IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int MostInACall = 20;

    // Who was added a minute ago has not to wait for as long as somebody who was taken out.
    internal static readonly TimeSpan LongestNo = TimeSpan.FromMinutes(1);

    private readonly Remembered<(Person Person, int Call)> _remembered = new(clock);

    private readonly Lazy<string[][]> _calls = new(() => Enum.GetValues<Role>()
        .SelectMany(role => options.Value.Roles.Of(role)).Select(Principal.Parse)
        .Where(principal => principal.Kind is GroupSource.Kind or TeamMemberSource.Kind)
        .Select(principal => GraphId.Of(principal.Value)!).Distinct().Chunk(MostInACall).ToArray());

    public async Task<bool> IsMemberAsync(string group, Person person, CancellationToken ct)
    {
        var call = Array.FindIndex(_calls.Value, ids => ids.Contains(group));
        return (await _remembered.FindAsync((person with { Met = null }, call), person, LifetimeOf, () => AskAsync(call, person, ct))).Contains(group);

        TimeSpan LifetimeOf(IReadOnlySet<string> groups) =>
            groups.Contains(group) || options.Value.RememberFor < LongestNo ? options.Value.RememberFor : LongestNo;
    }

    private async Task<IReadOnlySet<string>> AskAsync(int call, Person person, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new CheckMemberGroups(_calls.Value[call]), GraphJsonContext.Default.CheckMemberGroups);
        var answer = await graph.AskAsync(HttpMethod.Post, graph.Address($"users/{person.ObjectId}/checkMemberGroups"), body, ct);
        return answer is { } said ? GraphId.AllIn(said, one => one) : new HashSet<string>();
    }
}

internal sealed record CheckMemberGroups(IReadOnlyList<string> GroupIds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckMemberGroups))]
internal sealed partial class GraphJsonContext : JsonSerializerContext;
