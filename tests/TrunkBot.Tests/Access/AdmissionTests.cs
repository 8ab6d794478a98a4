namespace TrunkBot.Tests.Access;

public class AdmissionTests
{
    [Theory]
    [InlineData(AccessWorld.Home, "msteams", true)]
    [InlineData(AccessWorld.Elsewhere, "msteams", false)]
    [InlineData(null, "msteams", false)]
    [InlineData("not a guid", "msteams", false)]
    [InlineData(AccessWorld.Home, "webchat", false)]
    [InlineData(AccessWorld.Home, "slack", false)]
    [InlineData(AccessWorld.Home, "", false)]
    public void By_default_only_Teams_of_the_bots_own_tenant_is_answered(string? tenant, string channel, bool admitted)
    {
        using var world = new AccessWorld();
        Assert.Equal(admitted, world.Admission.Admits(AccessWorld.Says(AccessWorld.Riya, tenant, channel)));
    }

    [Fact]
    public void The_settings_replace_both_lists()
    {
        using var world = new AccessWorld(("Access:Tenants:0", AccessWorld.Elsewhere), ("Channels:Allowed:0", "webchat"));
        Assert.True(world.Admission.Admits(AccessWorld.Says(null, AccessWorld.Elsewhere, "webchat")));
        Assert.False(world.Admission.Admits(AccessWorld.Says(null, AccessWorld.Home, "webchat")));
        Assert.False(world.Admission.Admits(AccessWorld.Says(null, AccessWorld.Elsewhere)));
    }
}
