using System.Text.Json;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Conversations;

/// <summary>What a company has and asks for, at one look.</summary>
public sealed class OverviewTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Trunks_and_requests_are_counted_and_the_time_to_approval_is_measured(string backEnd)
    {
        await using var world = await Company.StartAsync(new CompanyOptions { BackEnd = backEnd });
        Assert.Contains("There are no trunks and no requests yet", (await world.Ada.SaysAsync("/trunk overview")).Text, StringComparison.Ordinal);
        await world.AskedAsync();
        await world.PassAsync(TimeSpan.FromHours(2));
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        await world.AskedAsync();
        await world.Omar.SaysAsync("/trunk reject TR-2 not ours");
        await world.AskedAsync();

        var shown = await world.Ada.SaysAsync("/trunk overview");

        Assert.Contains("1 trunk and 3 requests.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("The last approval took 2 hours.", shown.Text, StringComparison.Ordinal);
        Assert.Equal(["outbound 1"], Chart(shown, "Trunks by direction"));
        Assert.Equal(["Twilio 1"], Chart(shown, "Trunks by carrier"));
        Assert.Equal(["Waiting for an approver 1", "Created 1", "Rejected 1"], Chart(shown, "Requests by state"));
        Assert.Equal(["Up to an hour 0", "Up to a day 1", "Up to 3 days 0", "Longer 0"], Chart(shown, "Time to approval"));
    }

    private static IEnumerable<string> Chart(Heard shown, string title)
    {
        var chart = shown.Sent.Single().Card!.Value.GetProperty("body").EnumerateArray()
            .Single(element => element.TryGetProperty("title", out var named) && named.ValueEquals(title));
        return chart.GetProperty("data").EnumerateArray().Select(part => $"{Member(part, "legend", "x")} {Member(part, "value", "y")}");
    }

    private static JsonElement Member(JsonElement part, string one, string other) => part.TryGetProperty(one, out var found) ? found : part.GetProperty(other);
}
