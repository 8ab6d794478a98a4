using TrunkBot.Sandbox;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Access;

public sealed class WhoAmITests
{
    private const string Tenant = "10000000-0000-4000-8000-00000000c0de";

    [Theory]
    [InlineData("riya")]
    [InlineData("ada")]
    [InlineData("eve")]
    public async Task Every_id_stands_on_a_line_of_its_own_ready_to_be_copied(string person)
    {
        await using var world = await Company.StartAsync();
        var talker = new Talker(world.Sandbox, person);
        var lines = (await talker.SaysAsync("/whoami")).Text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var id = SandboxApp.Person(person).ObjectId;
        Assert.Contains($"user:{Tenant}/{id}", lines);
        Assert.All(
            lines.Where(line => line.Contains(id, StringComparison.Ordinal) || line.Contains(Tenant, StringComparison.Ordinal)),
            line => Assert.Contains(line, new[] { id, Tenant, $"user:{Tenant}/{id}" }));
    }
}
