namespace TrunkBot.Access.Graph;

// The books are fetched when they are needed: they stand on the settings that the sources judge.

/// <summary>Everybody in a group of Microsoft Entra, also by a group in it; whoever an administrator has put there, guests too.</summary>
internal sealed class GroupSource(IServiceProvider services, HomeTenant home) : GraphSource(home)
{
    public const string Kind = "group";

    public override string Name => Kind;

    public override string Form => "group:<objectId>";

    protected override string What => "group's Entra object id";

    protected override Task<bool> AskAsync(string id, Person person, CancellationToken ct) => services.GetRequiredService<GroupBook>().IsMemberAsync(id, person, ct);
}

/// <summary>Every member of a team, owners too: they are members of the Microsoft 365 group that the team is.</summary>
internal sealed class TeamMemberSource(IServiceProvider services, HomeTenant home) : GraphSource(home)
{
    public const string Kind = "team-member";

    public override string Name => Kind;

    public override string Form => "team-member:<aadGroupId>";

    protected override string What => "id of the team's Microsoft 365 group";

    protected override Task<bool> AskAsync(string id, Person person, CancellationToken ct) => services.GetRequiredService<GroupBook>().IsMemberAsync(id, person, ct);
}

/// <summary>Every owner of a team.</summary>
internal sealed class TeamOwnerSource(IServiceProvider services, HomeTenant home) : GraphSource(home)
{
    public override string Name => "team-owner";

    public override string Form => "team-owner:<aadGroupId>";

    protected override string What => "id of the team's Microsoft 365 group";

    protected override Task<bool> AskAsync(string id, Person person, CancellationToken ct) => services.GetRequiredService<OwnerBook>().IsOwnerAsync(id, person, ct);
}
