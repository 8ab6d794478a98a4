using Microsoft.Extensions.Options;

namespace TrunkBot.Access.Graph;

/// <summary>Who owns which team, by the list of the team's owners, all pages of it.</summary>
/// <remarks>Source: Microsoft Graph v1.0, "List group owners": a team is a Microsoft 365 group, whose owners are the team's.</remarks>
internal sealed class OwnerBook(GraphCalls graph, IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int MostPages = 50;
    private readonly Remembered<string> _remembered = new(clock);

    public async Task<bool> IsOwnerAsync(string team, Person person, CancellationToken ct)
    {
        return (await _remembered.FindAsync(team, person, LifetimeOf, () => AskAsync(team, ct))).Contains(person.ObjectId);

        TimeSpan LifetimeOf(IReadOnlySet<string> owners) =>
            owners.Contains(person.ObjectId) || options.Value.RememberFor < GroupBook.LongestNo ? options.Value.RememberFor : GroupBook.LongestNo;
    }

    private async Task<IReadOnlySet<string>> AskAsync(string team, CancellationToken ct)
    {
        var owners = new HashSet<string>();
        Uri? page = graph.Address($"groups/{team}/owners?$select=id&$top=999");
        for (var read = 0; page is not null; read++)
        {
            if (read == MostPages)
                throw new GraphException("a team has too many owners");
            if (await graph.AskAsync(HttpMethod.Get, page, null, ct) is not { } answer)
                return owners;
            owners.UnionWith(GraphId.AllIn(answer, one => one.GetProperty("id")));
            page = graph.NextPage(answer);
        }

        return owners;
    }
}
