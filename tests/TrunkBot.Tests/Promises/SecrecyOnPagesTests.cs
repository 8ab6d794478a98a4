using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Promises;

/// <summary>A password that is entered in Web Chat, or on the one-time page, is as secret as any other.</summary>
public sealed class SecrecyOnPagesTests
{
    private const string Password = "Zq7+Horse&\"Battery\"/42";

    [Fact]
    public async Task What_is_filled_into_a_form_in_Web_Chat_is_kept_from_the_chats_history()
    {
        await using var watch = await Watch.StartAsync(Password);
        using var page = new HttpClient { BaseAddress = watch.World.Sandbox.Address };
        var chat = await OpenAsync(page, "riya");
        await SayAsync(page, chat, new JsonObject { ["type"] = "message", ["text"] = "/trunk new" });
        var riya = watch.World.Riya.On("webchat");
        var id = riya.RequestOn("Submit");
        var click = Talker.Click(riya.CardWith("Submit"), "Submit", watch.Form);
        click["channelData"] = new JsonObject { ["postBack"] = true };
        await SayAsync(page, chat, click);
        Assert.Equal(RequestState.Pending, await watch.World.StateOfAsync(id));

        await watch.World.Omar.SaysAsync($"/trunk approve {id}");
        await watch.World.RunDueJobsAsync();
        Assert.Equal(Password, Assert.Single(watch.World.Sandbox.VideoSdk.Trunks).Password);
        var history = await page.GetStringAsync(new Uri($"directline/conversations/{chat["conversationId"]}/activities", UriKind.Relative));
        Assert.Contains("Trunk id", history, StringComparison.Ordinal);
        watch.Saw("the chat's history", history);
        await watch.AssertCleanAsync("after a form in Web Chat");
    }

    [Fact]
    public async Task What_is_entered_on_the_one_time_page_goes_to_VideoSDK_alone()
    {
        await using var watch = await Watch.StartAsync(Password);
        var riya = watch.World.Riya;
        await watch.HearAsync(riya.SaysAsync("/trunk new"));
        var id = riya.RequestOn("Submit");
        await watch.HearAsync(riya.ClicksAsync(
            "Password by one-time page", inputs: [.. Sample.Clean.Where(field => field.Id != "password")]));
        var link = new Uri(Cards.Actions(riya.CardWith("Open the page").Card!.Value).Single().GetProperty("url").GetString()!);

        using var browser = new Visitor();
        watch.Saw("the page", (await browser.OpensAsync(link)).Html);
        watch.Saw("the page's answer", (await browser.EntersAsync(link, Password)).Html);
        watch.Saw("the page when it is used again", (await browser.EntersAsync(link, Password)).Html);
        await watch.World.RunDueJobsAsync();
        await watch.HearAsync(riya.ClicksAsync("Submit", inputs: [.. Sample.Clean.Where(field => field.Id != "password")]));
        await watch.AssertCleanAsync("while it waits for an approver");

        await watch.HearAsync(watch.World.Omar.SaysAsync($"/trunk approve {id}"));
        await watch.World.RunDueJobsAsync();
        Assert.Equal(Password, Assert.Single(watch.World.Sandbox.VideoSdk.Trunks).Password);
        Assert.Null(await watch.World.RowOfAsync(id, request => request.ProtectedPassword));
        await watch.AssertCleanAsync("after the trunk was created");
    }

    private static async Task<JsonObject> OpenAsync(HttpClient page, string person)
    {
        var token = await PostAsync(page, "sandbox/tokens", new JsonObject { ["person"] = person, ["where"] = "personal" });
        page.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token["token"]!.ToString());
        return await PostAsync(page, "directline/conversations", []);
    }

    private static Task<JsonObject> SayAsync(HttpClient page, JsonObject chat, JsonObject activity) =>
        PostAsync(page, $"directline/conversations/{chat["conversationId"]}/activities", activity);

    private static async Task<JsonObject> PostAsync(HttpClient page, string path, JsonObject body)
    {
        using var answer = await page.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
