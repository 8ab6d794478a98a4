using Microsoft.EntityFrameworkCore;
using TrunkBot.Audit;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Storage;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>The beginnings that every promise's story shares, and what is looked at when it ends.</summary>
internal static class Story
{
    /// <summary>Fills in the form and submits it; returns the request's id.</summary>
    public static async Task<string> AsksAsync(this Company world, Talker? asker = null, string password = Sample.Password)
    {
        asker ??= world.Riya;
        await asker.SaysAsync("/trunk new");
        var id = asker.RequestOn("Submit");
        await asker.ClicksAsync("Submit", inputs: With(password, number: (int)RequestId.Parse(id)!.Value.Number));
        Assert.Equal(RequestState.Pending, await world.StateOfAsync(id));
        return id;
    }

    /// <summary>Submits, and has it approved; nothing is sent to VideoSDK yet.</summary>
    public static async Task<string> AsksAndGetsAYesAsync(this Company world, string password = Sample.Password)
    {
        var id = await world.AsksAsync(password: password);
        await world.Omar.SaysAsync($"/trunk approve {id}");
        Assert.Equal(RequestState.Approved, await world.StateOfAsync(id));
        return id;
    }

    public static (string Id, string Value)[] With(string password, int number = 1) =>
        [.. Sample.Another(number).Where(field => field.Id != "password"), ("password", password)];

    /// <summary>As it is read aloud: a card's lines one after the other.</summary>
    public static string Aloud(this string words) => words.Replace(".\n", ". ", StringComparison.Ordinal);

    /// <summary>The request that the newest card with this button is about.</summary>
    public static string RequestOn(this Talker talker, string button, string where = "personal") => Cards
        .Actions(talker.CardWith(button, where).Card!.Value).Single(action => action.GetProperty("title").GetString() == button)
        .GetProperty("data").GetProperty("requestId").GetString()!;

    public static Task<RequestState> StateOfAsync(this Company world, string id) =>
        world.RowOfAsync(id, request => request.State);

    public static async Task<T> RowOfAsync<T>(this Company world, string id, Func<TrunkRequest, T> read)
    {
        var number = RequestId.Parse(id)!.Value.Number;
        return read(await world.StoredAsync(db => db.Requests.AsNoTracking().SingleAsync(request => request.Number == number)));
    }

    /// <summary>What the audit says of a request, oldest first.</summary>
    public static Task<List<string>> ActsOnAsync(this Company world, string id) => world.StoredAsync(db => db.Audit.AsNoTracking()
        .Where(entry => entry.Subject == id).OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());

    /// <summary>How many creates VideoSDK has seen.</summary>
    public static int Posts(this Company world) => world.Sandbox.VideoSdk.Requests.Count(request => request.Method == "POST");

    /// <summary>Lets the time pass in small steps, doing what becomes due.</summary>
    public static async Task PassAsync(this Company world, TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
            await world.PassAsync(step);
    }

    /// <summary>Everything that a turn could have left behind.</summary>
    public static Task<string> TracesOfTurnsAsync(this Company world) => world.StoredAsync(async db => string.Join(
        " ",
        await db.SeenActivities.CountAsync(), await db.State.CountAsync(), await db.Requests.CountAsync(),
        await db.Jobs.CountAsync(job => job.Kind == SendActivity.Kind), await db.Audit.CountAsync(), world.Sandbox.Channel.Calls.Count));
}
