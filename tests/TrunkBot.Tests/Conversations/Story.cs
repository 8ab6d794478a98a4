using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Conversations;

/// <summary>How a story often begins, and how it is looked up where it stands.</summary>
internal static class Story
{
    /// <summary>Somebody asks for a trunk whose values give no warnings, and the room has the card.</summary>
    public static async Task AskedAsync(this Company world, Talker? asker = null)
    {
        var who = asker ?? world.Riya;
        await who.SaysAsync("/trunk new");
        var data = Cards.Actions(who.CardWith("Submit").Card!.Value).First().GetProperty("data");
        var number = RequestId.Parse(data.GetProperty("requestId").GetString())!.Value.Number;
        var heard = await who.ClicksAsync("Submit", inputs: Sample.Another((int)number));
        Assert.Contains("Waiting for an approver", heard.Text, StringComparison.Ordinal);
        await world.RunDueJobsAsync();
    }

    /// <summary>… and Omar approves, but nothing is done about it yet.</summary>
    public static async Task ApprovedAsync(this Company world)
    {
        await world.AskedAsync();
        Assert.Contains("TR-1 is approved", (await world.Omar.SaysAsync("/trunk approve TR-1")).Text, StringComparison.Ordinal);
    }

    /// <summary>Riya asks again after the first request has ended: everything is filled in but the password.</summary>
    public static async Task AsksAgainAsync(this Company world)
    {
        var form = await world.Riya.ClicksAsync("Ask again");
        var fields = form.Card!.Value.Prefilled();
        Assert.Equal(
            ("voice agents", "acme.pstn.twilio.com", "outbound", "+14155550100", "acme", ""),
            (fields["name"], fields["domain"], fields["direction"], fields["numbers"], fields["username"], fields["password"]));
        Assert.Contains("1 thing to change", (await world.Riya.ClicksAsync("Submit", inputs: fields.With())).Text, StringComparison.Ordinal);
        await world.Riya.ClicksAsync("Submit", inputs: fields.With(("password", Sample.Password)));
        Assert.Equal(RequestState.Pending, await world.StateAsync(2));
    }

    public static Task<TrunkRequest> RequestAsync(this Company world, long number = 1) =>
        world.StoredAsync(db => db.Requests.AsNoTracking().SingleAsync(request => request.Number == number));

    public static async Task<RequestState> StateAsync(this Company world, long number = 1) => (await world.RequestAsync(number)).State;

    public static Task<List<string>> AuditAsync(this Company world, long number = 1) => world.StoredAsync(db =>
        db.Set<TrunkBot.Audit.AuditEntry>().Where(entry => entry.Subject == $"TR-{number}").OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());

    public static int Posts(this Company world) => world.Sandbox.VideoSdk.Requests.Count(request => request.Method == "POST");

    /// <summary>What a card's fields hold before somebody touches them.</summary>
    public static Dictionary<string, string> Prefilled(this JsonElement card) => card.GetProperty("body").EnumerateArray()
        .Where(element => element.GetProperty("type").GetString()!.StartsWith("Input.", StringComparison.Ordinal))
        .ToDictionary(
            element => element.GetProperty("id").GetString()!,
            element => element.TryGetProperty("value", out var value) ? value.GetString()! : "");

    /// <summary>The inputs that a client sends with a click: what was filled in already, and what is typed now.</summary>
    public static (string Id, string Value)[] With(this Dictionary<string, string> fields, params (string Id, string Value)[] typed)
    {
        foreach (var (id, value) in typed)
            fields[id] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
