using System.Text.Json;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Access;

/// <summary>Tells members of a tenant from its guests by the roster of the conversation that they were met in.</summary>
// The connector is fetched when it is needed: it stands on settings of its own, and what is wrong with those is not for this room to say.
internal sealed class HomeMembers(IServiceProvider services, TimeProvider clock)
{
    // Rosters change without notice; Microsoft asks to keep them no longer than minutes.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private const int MostRemembered = 10_000;

    // The set of Teams' values is open: whoever is none of these is not at home.
    private static readonly string[] RolesAtHome = ["user", "owner", "member"];

    private readonly Dictionary<Person, (bool IsAtHome, DateTimeOffset At)> _known = [];

    public async Task<bool> IsAtHomeAsync(Person person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (person.Met is not { MustAsk: true } && Known(person) is { } known && now - known.At < Remembered)
            return known.IsAtHome;
        if (person.Met is not { } met)
            return false;
        var isAtHome = await FindAsync(met, cancellationToken) is { } member && IsSame(member, person) && IsAtHome(member, person);
        Remember(person, isAtHome, now);
        return isAtHome;
    }

    private (bool IsAtHome, DateTimeOffset At)? Known(Person person)
    {
        lock (_known)
            return _known.TryGetValue(person, out var known) ? known : null;
    }

    private void Remember(Person person, bool isAtHome, DateTimeOffset now)
    {
        lock (_known)
        {
            if (_known.Count >= MostRemembered)
                _known.Clear();
            _known[person with { Met = null }] = (isAtHome, now);
        }
    }

    // Whoever has just spoken is in the roster; whoever spoke once may have left.
    private async Task<ChannelAccount?> FindAsync(Encounter met, CancellationToken cancellationToken)
    {
        try
        {
            return await services.GetRequiredService<ConnectorClient>().GetMemberAsync(met.ServiceUrl, met.ConversationId, met.AccountId, cancellationToken);
        }
        catch (ConnectorException left) when (left.Status is StatusCodes.Status404NotFound && met.MustAsk)
        {
            return null;
        }
    }

    private static bool IsSame(ChannelAccount member, Person person) =>
        Guid.TryParse(member.AadObjectId ?? Text(member, "objectId"), out var id) && id.ToString() == person.ObjectId;

    private static bool IsAtHome(ChannelAccount member, Person person) =>
        Guid.TryParse(Text(member, "tenantId"), out var tenant)
        && tenant.ToString() == person.TenantId
        && RolesAtHome.Contains(Text(member, "userRole"), StringComparer.OrdinalIgnoreCase);

    private static string? Text(ChannelAccount member, string name) =>
        member.AdditionalProperties?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
