using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>VideoSDK's ids are random. One that looks like a password, an option, a request or an order is an id all the same.</summary>
public sealed class TrunkIdTests
{
    private static readonly string[] s_ids =
    [
        "PwLKkOnQxkdpXLrNSd0pC", "kr9WhPwIBr2KqlvlbFKoh", "jfa7m58jtmcw9mPWdGwFH", "9OdMjp_-LKIdPwV31ACGh", "iPW-v0HC9twGKPdJ0AcVA",
        "pw-TwUhgkFCAvYV7gCRYT", "PIN_wUhgkFCAvYV7gC8YT", "sk_DZ6cI7rOtoS2Hu7N7b", "KEY0Z6cI7rOtoS2Hu7N7b", "x-pass-9kQw2LmN5pQ8sT",
        "-z85nPwLgK6gsE1LihoN7", "--aB3dE6gH9jK2mN5pQ8s", "aB3dE6_tr7-K2mN5pQ8sT", "TR-7_E6gH9jK2mN5pQ8sT", "TR7-aE6gH9jK2mN5pQ8sT",
        "help-E6gH9jK2mN5pQ8sT", "delete-6gH9jK2mN5pQ8s", "_B3dE6gH9jK2mN5pQ8sT_", "__3dE6gH9jK2mN5pQ8s__",
        "665f0c2f9d1e8a0b7c6d5e4f", "0b9f6c3e-7d42-4c58-9f0e-2a6f5b1c8d37",
    ];

    [Fact]
    public async Task Every_id_is_heard_as_one()
    {
        await using var world = await UnknownAsync(s_ids[0]);
        foreach (var id in s_ids[1..])
        {
            foreach (var line in new[] { $"/trunk show {id}", $"trunk show \"{id}\"", $"show {id}", $"Can you show me the trunk {id}?" })
                await AnswersAsync(world, line, "I can't find a trunk with that id.");
            await AnswersAsync(world, $"/trunk adopt TR-1 {id}", "VideoSDK has no trunk with that id");
        }
    }

    [Theory]
    [InlineData("PwLKkOnQxkdpXLrNSd0pC")]
    [InlineData("--sk_Z6cI7rOtoS2Hu7N7b")]
    public async Task A_trunk_is_taken_over_and_shown_by_its_id_which_can_also_stand_alone(string id)
    {
        await using var world = await UnknownAsync(id);
        await AnswersAsync(world, $"/trunk adopt TR-1 {id} --dry-run", "TR-1 is settled");
        Assert.Equal(RequestState.OutcomeUnknown, await world.StateAsync());
        await AnswersAsync(world, $"/trunk adopt TR-1 {id}", "TR-1 is settled");
        Assert.Equal(RequestState.Created, await world.StateAsync());
        foreach (var line in new[] { $"/trunk show {id}", $"show {id}", id })
            await AnswersAsync(world, line, $"Trunk of TR-1, as VideoSDK has it now.\nTrunk id\n{id}");
    }

    [Fact]
    public async Task A_password_where_an_id_belongs_or_beside_one_is_a_password_all_the_same()
    {
        await using var world = await Company.StartAsync();
        foreach (var line in new[]
        {
            "/trunk show PwLKkOnQxkdpXLrNSd0pC password: Zq7Canary-Horse-42", "/trunk show password:Zq7Canary-Horse-42",
            "/trunk adopt TR-1 PwLKkOnQxkdpXLrNSd0pC --password Zq7Canary-Horse-42", "show password Zq7Canary-Horse-42",
            "my secret is Zq7CanaryHorseBattery42", "Zq7CanaryHorseBattery42",
        })
            Assert.DoesNotContain("Zq7Canary", (await AnswersAsync(world, line, "That looks like a password")).Text, StringComparison.Ordinal);
    }

    private static async Task<Heard> AnswersAsync(Company world, string line, string answer)
    {
        var heard = await world.Ada.SaysAsync(line);
        Assert.True(heard.Text.Contains(answer, StringComparison.Ordinal), $"“{line}” is answered “{heard.Text}”, without “{answer}”.");
        return heard;
    }

    private static async Task<Company> UnknownAsync(string id)
    {
        var world = await Company.StartAsync();
        world.Sandbox.VideoSdk.NextTrunkId = id;
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        return world;
    }
}
