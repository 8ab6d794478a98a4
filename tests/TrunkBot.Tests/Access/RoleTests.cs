using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TrunkBot.Access;

namespace TrunkBot.Tests.Access;

public class RoleTests
{
    [Fact]
    public async Task Nobody_has_a_role_by_default()
    {
        using var world = new AccessWorld();
        Assert.Equal("none", await world.RolesOfAsync(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home)));
    }

    [Fact]
    public async Task A_role_is_given_to_the_person_that_the_settings_name_and_to_nobody_else()
    {
        using var world = new AccessWorld(
            ("Access:Roles:Requester:0", $"user:{AccessWorld.Omar}"),
            ("Access:Roles:Requester:1", $"user:{AccessWorld.Riya.ToUpperInvariant()}"),
            ("Access:Roles:Approver:0", $"user:{AccessWorld.Elsewhere}/{AccessWorld.Riya}"));
        Assert.Equal("Requester", await world.RolesOfAsync(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home)));
        Assert.Equal("Approver", await world.RolesOfAsync(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Elsewhere)));
        Assert.Equal("none", await world.RolesOfAsync(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home, "webchat")));
        Assert.Equal("none", await world.RolesOfAsync(AccessWorld.Says("aaaaaaaa-0000-4000-8000-000000000009", AccessWorld.Home)));
    }

    [Fact]
    public async Task A_source_that_cannot_answer_gives_nothing_and_takes_nothing_from_the_others()
    {
        using var world = new AccessWorld(
            services => services.AddSingleton<IRoleSource, BrokenSource>(),
            ("Access:Roles:Requester:0", "broken:x"),
            ("Access:Roles:Requester:1", $"user:{AccessWorld.Riya}"),
            ("Access:Roles:Approver:0", "broken:x"));
        var roles = await world.Roles.RolesOfAsync(world.People.Of(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home)), default);
        Assert.True(roles.Has(Role.Requester));
        Assert.False(roles.Has(Role.Approver));
        Assert.Equal("broken", Assert.Single(roles.Unreachable));
        Assert.Contains("role source broken could not be asked", world.Log.All, StringComparison.Ordinal);
        // Nobody is sent to ask for a role that they may well have.
        Assert.Equal(
            "I can't check right now whether you have the role Approver, because I get no answer about broken. Nothing was changed. Try again in a few minutes.",
            world.Roles.Refusal(roles, Role.Approver));
        Assert.Contains("the role Admin", world.Roles.Refusal(roles, Role.Admin), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_the_role_and_who_can_grant_it()
    {
        using var world = new AccessWorld(("Access:Roles:Requester:0", $"user:{AccessWorld.Riya}"));
        Assert.Equal(
            "You need the role Requester for this. Your administrators can give it to you: send them the line that /whoami shows.",
            world.Roles.Refusal(RoleSet.None, Role.Requester));
        Assert.Contains("nobody has it yet.", world.Roles.Refusal(RoleSet.None, Role.Approver), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("riya@example.com", "Use one of: user:<objectId> or user:<tenantId>/<objectId>; tenant:<tenantId>; approle:<value>; group:<objectId>; team-member:<aadGroupId>; team-owner:<aadGroupId>.")]
    [InlineData("group:approvers", "needs the group's Entra object id, a GUID")]
    [InlineData("team-owner:sales", "needs the id of the team's Microsoft 365 group, a GUID")]
    [InlineData("mail:riya@example.com", "Use one of: user:")]
    [InlineData("User:" + AccessWorld.Riya, "Use one of: user:")]
    [InlineData("user:riya", "needs the person's Entra object id")]
    [InlineData("user:" + AccessWorld.Home + "/", "needs the person's Entra object id")]
    [InlineData("user:x/" + AccessWorld.Riya, "needs the person's Entra object id")]
    [InlineData("tenant:example.com", "needs the tenant's id")]
    [InlineData("approle:TrunkBot.Approver", "needs Access:SignIn:ConnectionName")]
    [InlineData("approle:", "needs the value of an app role")]
    public void A_principal_that_is_not_understood_stops_the_start(string principal, string sentence)
    {
        using var world = new AccessWorld(("Access:Roles:Approver:0", principal), ("Access:Roles:Admin:0", "nonsense"));
        var stop = Assert.Throws<OptionsValidationException>(() => world.Services.GetRequiredService<IOptions<AccessOptions>>().Value);
        Assert.Equal(2, stop.Failures.Count());
        Assert.StartsWith("Access:Roles:Approver:0 ", stop.Failures.First(), StringComparison.Ordinal);
        Assert.Contains(sentence, stop.Failures.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SingleTenant", "", "Access:Tenants is missing: set it")]
    [InlineData("SingleTenant", "example.onmicrosoft.com", "Access:Tenants is missing: set it")]
    [InlineData("MultiTenant", AccessWorld.Home, "a MultiTenant bot must be told")]
    public void Without_a_tenant_to_answer_the_bot_does_not_start(string type, string home, string sentence)
    {
        using var world = new AccessWorld(("MicrosoftAppType", type), ("MicrosoftAppTenantId", home));
        var stop = Assert.Throws<OptionsValidationException>(() => world.Services.GetRequiredService<IOptions<AccessOptions>>().Value);
        Assert.Contains(sentence, Assert.Single(stop.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_admin_the_start_says_how_to_make_one()
    {
        using var world = new AccessWorld();
        foreach (var service in world.Services.GetServices<IHostedService>().OfType<AccessAtStart>())
        {
            await service.StartAsync(default);
            await service.ExecuteTask!;
        }

        Assert.Contains($"Access:Roles:Admin:0 to user:{AccessWorld.Home}/<object id>", world.Log.All, StringComparison.Ordinal);
    }

    private sealed class BrokenSource : IRoleSource
    {
        public string Name => "broken";

        public string Form => "broken:x";

        public string? ProblemWith(string value) => null;

        public Task<bool> HoldsAsync(string value, Person person, CancellationToken cancellationToken) => throw new HttpRequestException("down");
    }
}
