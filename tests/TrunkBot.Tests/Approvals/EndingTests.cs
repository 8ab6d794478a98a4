using System.Text.Json;
using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Channels;
using TrunkBot.Policies;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Approvals;

/// <summary>Each end has a word, a sign and a colour: nobody has to see colours, or read on, to tell them apart.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task No_two_ends_look_the_same_on_the_cards_of_who_asked_and_of_the_room()
    {
        await using var world = await Company.StartAsync(new CompanyOptions
        {
            Settings = { ["Approvals:RemindAfter"] = "00:30:00", ["Approvals:EscalateAfter"] = "01:00:00", ["Approvals:ExpiresAfter"] = "02:00:00" },
        });
        for (var number = 1; number <= 6; number++)
            await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Status = 400 });
        await world.Omar.SaysAsync("/trunk approve TR-2");
        await world.RunDueJobsAsync();
        world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
        await world.Omar.SaysAsync("/trunk approve TR-3");
        await world.RunDueJobsAsync();
        await world.Omar.SaysAsync("/trunk reject TR-4 not ours");
        await world.Riya.SaysAsync("/trunk cancel TR-5");
        await world.RunDueJobsAsync();
        await world.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(
            [RequestState.Created, RequestState.Failed, RequestState.OutcomeUnknown, RequestState.Rejected, RequestState.Cancelled, RequestState.Expired],
            await Task.WhenAll(Enumerable.Range(1, 6).Select(number => world.StateAsync(number))));

        foreach (var (who, place) in new[] { (world.Riya, "personal"), (world.Omar, "room") })
        {
            List<string> signs = [], icons = [];
            for (var number = 1; number <= 6; number++)
            {
                var card = place == "personal"
                    ? (await who.SaysAsync($"/trunk show TR-{number}")).Sent[^1].Card!.Value
                    : who.Sees(place).Last(sent => Cards.Words(sent.Card).StartsWith($"TR-{number}: ", StringComparison.Ordinal)).Card!.Value;
                var words = Cards.Words(card);
                Assert.DoesNotContain("Who approves", words, StringComparison.Ordinal);
                var icon = Sign(card);
                icons.Add(icon.GetProperty("name").GetString()!);
                signs.Add(icon.GetProperty("fallback").GetProperty("text").GetString()!);
            }

            Assert.Equal(6, signs.Distinct().Count());
            Assert.Equal(6, icons.Distinct().Count());
            Assert.DoesNotContain(signs, sign => sign.Any(char.IsAsciiLetter));
        }
    }

    [Fact]
    public async Task A_trunk_id_stands_on_a_card_once()
    {
        await using var world = await Company.StartAsync();
        await world.ApprovedAsync();
        await world.RunDueJobsAsync();
        var trunkId = world.Sandbox.VideoSdk.Trunks.Single().TrunkId;
        foreach (var card in new[] { world.Riya.Sees()[^1].Card, world.Omar.Sees("room")[^1].Card })
            Assert.Equal(2, Cards.Words(card).Split(trunkId).Length);
    }

    [Fact]
    public void A_card_says_who_approves_while_it_is_asked_and_not_after()
    {
        var riya = new Person("tenant", "riya", "Riya");
        var approval = new Approval(new ApprovalQuestion("TR-7", riya, "SIP trunk", [], [], [1], Verdict.OneApprover), "{}", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(7));
        Assert.Contains("Who approves", Text(approval), StringComparison.Ordinal);
        approval.Decide(new Person("tenant", "omar", "Omar"), Role.Approver, approved: true, null, DateTimeOffset.UnixEpoch);
        Assert.DoesNotContain("Who approves", Text(approval), StringComparison.Ordinal);
    }

    private static string Text(Approval approval) => JsonSerializer.Serialize(ApprovalCard.Of(approval, CardActions.Execute));

    private static JsonElement Sign(JsonElement card) =>
        card.GetProperty("body").EnumerateArray().First(element => element.GetProperty("type").ValueEquals("Container"))
            .GetProperty("items")[0].GetProperty("columns")[0].GetProperty("items")[0];
}
