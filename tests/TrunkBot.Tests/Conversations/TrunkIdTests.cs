using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>VideoSDK's ids are random. One that looks like a password, an option, a request or an order is an id all the same.</summary>
public sealed class TrunkIdTests
{
    public static TheoryData<string> Ids =>
    [
        "PwLKkOnQxkdpXLrNSd0pC", "kr9WhPwIBr2KqlvlbFKoh", "jfa7m58jtmcw9mPWdGwFH", "9OdMjp_-LKIdPwV31ACGh", "iPW-v0HC9twGKPdJ0AcVA",
        "pw-TwUhgkFCAvYV7gCRYT", "PIN_wUhgkFCAvYV7gC8YT", "sk_DZ6cI7rOtoS2Hu7N7b", "KEY0Z6cI7rOtoS2Hu7N7b", "x-pass-9kQw2LmN5pQ8sT",
        "-z85nPwLgK6gsE1LihoN7", "--aB3dE6gH9jK2mN5pQ8s",
        "aB3dE6_tr7-K2mN5pQ8sT", "TR-7_E6gH9jK2mN5pQ8sT", "TR7-aE6gH9jK2mN5pQ8sT", "help-E6gH9jK2mN5pQ8sT", "delete-6gH9jK2mN5pQ8s",
        "_B3dE6gH9jK2mN5pQ8sT_", "__3dE6gH9jK2mN5pQ8s__", "665f0c2f9d1e8a0b7c6d5e4f", "0b9f6c3e-7d42-4c58-9f0e-2a6f5b1c8d37",
    ];

    [Theory, MemberData(nameof(Ids))]
    public async Task A_trunk_is_shown_by_its_id(string id)
    {
        await using var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.NextTrunkId = id;
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        foreach (var line in new[] { $"/trunk show {id}", $"trunk show \"{id}\"", id, $"show {id}", $"Can you show me the trunk {id}?" })
        {
            var shown = await world.Riya.SaysAsync(line);
            Assert.Contains("as VideoSDK has it now", shown.Text, StringComparison.Ordinal);
            Assert.Contains(id, shown.Text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task A_trunk_is_taken_over_by_its_id(string id)
    {
        await using var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.NextTrunkId = id;
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        Assert.Contains("TR-1 is settled", (await world.Ada.SaysAsync($"/trunk adopt TR-1 {id} --dry-run")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        Assert.Contains("TR-1 is settled", (await world.Ada.SaysAsync($"/trunk adopt TR-1 {id}")).Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Created, await world.StateAsync());
    }

    [Theory]
    [InlineData("/trunk show PwLKkOnQxkdpXLrNSd0pC password: Zq7Canary-Horse-42")]
    [InlineData("/trunk show password:Zq7Canary-Horse-42")]
    [InlineData("show password Zq7Canary-Horse-42")]
    [InlineData("my secret is Zq7CanaryHorseBattery42")]
    [InlineData("Zq7CanaryHorseBattery42")]
    [InlineData("/trunk adopt TR-1 PwLKkOnQxkdpXLrNSd0pC --password Zq7Canary-Horse-42")]
    public async Task A_password_beside_an_id_is_a_password_all_the_same(string line)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Ada.SaysAsync(line);
        Assert.Contains("That looks like a password", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zq7Canary", heard.Text, StringComparison.Ordinal);
    }
}
