using System.Text.Json;
using TrunkBot.Access;

namespace TrunkBot.Tests.Access;

public class PersonTests
{
    [Fact]
    public void A_person_is_known_by_tenant_and_object_id_whatever_the_name_and_the_case()
    {
        using var world = new AccessWorld();
        var riya = world.People.Of(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home));
        var shouted = AccessWorld.Says(AccessWorld.Riya.ToUpperInvariant(), AccessWorld.Home.ToUpperInvariant());
        shouted.From!.Name = "Omar";
        Assert.Equal(riya, world.People.Of(shouted));
        Assert.Equal(riya.GetHashCode(), world.People.Of(shouted).GetHashCode());
        Assert.True(riya == new Person(AccessWorld.Home, AccessWorld.Riya, "from the store"));
        Assert.NotEqual(riya, new Person(AccessWorld.Elsewhere, AccessWorld.Riya, "Riya"));
    }

    [Fact]
    public void Two_people_without_identity_are_never_the_same() =>
        Assert.NotEqual(Person.Unknown("Eve"), Person.Unknown("Eve"));

    [Theory]
    [InlineData(null, AccessWorld.Home, "msteams")]
    [InlineData("", AccessWorld.Home, "msteams")]
    [InlineData("riya@example.com", AccessWorld.Home, "msteams")]
    [InlineData(AccessWorld.Riya, null, "msteams")]
    [InlineData(AccessWorld.Riya, "example.com", "msteams")]
    [InlineData(AccessWorld.Riya, AccessWorld.Home, "webchat")]
    [InlineData(AccessWorld.Riya, AccessWorld.Home, "MSTEAMS")]
    [InlineData(AccessWorld.Riya, AccessWorld.Home, "emulator")]
    public void Without_a_channel_that_vouches_for_both_ids_nobody_is_known(string? objectId, string? tenantId, string channelId)
    {
        using var world = new AccessWorld();
        Assert.False(world.People.Of(AccessWorld.Says(objectId, tenantId, channelId)).IsKnown);
    }

    [Fact]
    public void A_channel_that_the_settings_name_is_believed()
    {
        using var world = new AccessWorld(("Access:IdentityFromChannel:0", "msteams"), ("Access:IdentityFromChannel:1", "webchat"));
        Assert.True(world.People.Of(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home, "webchat")).IsKnown);
        Assert.True(world.People.Of(AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home)).IsKnown);
    }

    [Fact]
    public void The_tenant_of_Teams_own_data_counts_where_the_conversation_names_none_and_must_not_contradict_it()
    {
        using var world = new AccessWorld();
        var activity = AccessWorld.Says(AccessWorld.Riya, null);
        activity.ChannelData = JsonSerializer.SerializeToElement(new { tenant = new { id = AccessWorld.Home } });
        Assert.Equal(AccessWorld.Home, world.People.Of(activity).TenantId);
        activity.Conversation!.TenantId = AccessWorld.Elsewhere;
        Assert.False(world.People.Of(activity).IsKnown);
        Assert.False(world.Admission.Admits(activity));
    }

    [Fact]
    public void A_bot_is_nobody()
    {
        using var world = new AccessWorld();
        var activity = AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home);
        activity.From!.Role = "bot";
        Assert.False(world.People.Of(activity).IsKnown);
    }

    [Fact]
    public void An_activity_without_a_sender_is_nobodys()
    {
        using var world = new AccessWorld();
        var activity = AccessWorld.Says(AccessWorld.Riya, AccessWorld.Home);
        activity.From = null;
        Assert.Equal("Somebody", world.People.Of(activity).Name);
        Assert.False(world.People.Of(activity).IsKnown);
    }
}
