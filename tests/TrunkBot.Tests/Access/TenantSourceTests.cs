using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Tests.VideoSdk;

namespace TrunkBot.Tests.Access;

/// <summary>Everybody at home in the tenant, by the word of the conversation's roster and by no other.</summary>
public class TenantSourceTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData("user", AccessWorld.Home, AccessWorld.Riya, "Requester")]
    [InlineData("owner", AccessWorld.Home, AccessWorld.Riya, "Requester")]
    [InlineData("guest", AccessWorld.Home, AccessWorld.Riya, "none")]
    [InlineData("anonymous", AccessWorld.Home, AccessWorld.Riya, "none")]
    [InlineData("something new", AccessWorld.Home, AccessWorld.Riya, "none")]
    [InlineData(null, AccessWorld.Home, AccessWorld.Riya, "none")]
    [InlineData("user", AccessWorld.Elsewhere, AccessWorld.Riya, "none")]
    [InlineData("user", null, AccessWorld.Riya, "none")]
    [InlineData("user", AccessWorld.Home, AccessWorld.Omar, "none")]
    public async Task Members_have_the_role_and_guests_do_not(string? userRole, string? tenantId, string objectId, string roles)
    {
        var member = JsonSerializer.Serialize(new { id = "29:riya", aadObjectId = objectId, userRole, tenantId });
        await using var connector = RawServer.That_answers(RawServer.Answer("200 OK", member));
        using var world = World(connector);
        Assert.Equal(roles, await AsksAsync(world, connector));
        Assert.StartsWith("GET /v3/conversations/a%3A1/members/29%3Ariya HTTP/1.1", connector.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_roster_is_asked_again_after_minutes()
    {
        var member = JsonSerializer.Serialize(new { id = "29:riya", objectId = AccessWorld.Riya, userRole = "user", tenantId = AccessWorld.Home });
        await using var connector = RawServer.That_answers(RawServer.Answer("200 OK", member));
        using var world = World(connector);
        await AsksAsync(world, connector);
        await AsksAsync(world, connector);
        Assert.Equal(1, connector.Connections);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("Requester", await AsksAsync(world, connector));
        Assert.Equal(2, connector.Connections);
    }

    [Fact]
    public async Task A_roster_that_refuses_gives_nothing()
    {
        await using var connector = RawServer.That_answers(RawServer.Answer("403 Forbidden", "{}"));
        using var world = World(connector);
        Assert.Equal("none", await AsksAsync(world, connector));
        Assert.Contains("role source tenant could not be asked", world.Log.All, StringComparison.Ordinal);
    }

    private static Task<string> AsksAsync(AccessWorld world, RawServer connector)
    {
        var activity = AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home);
        activity.ServiceUrl = connector.Address;
        return world.RolesOfAsync(activity);
    }

    private AccessWorld World(RawServer connector) => new(
        services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)),
        ("Access:Roles:Requester:0", $"tenant:{AccessWorld.Home}"),
        ("Access:Roles:Admin:0", $"tenant:{AccessWorld.Elsewhere}"),
        ("AllowAnonymousLoopback", "true"),
        ("urls", "http://127.0.0.1:0"),
        ("TrustedServiceHosts:0", new Uri(connector.Address).Authority));
}
