using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Conversations;

/// <summary>The main job by one typed line that leaves only the password to enter.</summary>
public sealed class OneLineTests
{
    [Theory]
    [InlineData("msteams", "/trunk new --name \"voice agents\" --host acme.pstn.twilio.com --direction outbound --number +14155550100 --username acme")]
    [InlineData("webchat", "trunk new --name \"voice agents\" --domain acme.pstn.twilio.com --direction outbound --numbers +14155550100 --username acme")]
    [InlineData("msteams", "/trunk new —name “voice agents” –domain acme.pstn.twilio.com ––direction outbound --number +1 (415) 555-0100 --username acme")]
    [InlineData("webchat", "/Trunk\u00a0New --name=\"voice agents\" --domain:acme.pstn.twilio.com --direction=Outbound --number=+1\u202f415\u00a0555\u00a00100 --username=acme")]
    public async Task One_line_fills_the_form_and_the_password_is_all_that_is_missing(string channel, string line)
    {
        await using var world = await Company.StartAsync();
        var riya = world.Riya.On(channel);

        var form = Assert.Single((await riya.SaysAsync(line)).Sent).Card!.Value;
        await riya.ClicksAsync("Submit", inputs: form.Prefilled().With(("password", Sample.Password)));
        await world.RunDueJobsAsync();
        await world.Omar.ClicksAsync("Approve", "room");
        await world.RunDueJobsAsync();

        var trunk = Assert.Single(world.Sandbox.VideoSdk.Trunks);
        Assert.Contains(trunk.TrunkId, riya.Reads(), StringComparison.Ordinal);
        var request = await world.RequestAsync();
        Assert.Equal(("voice agents", "+14155550100"), (request.Fields.Name, request.Fields.Numbers));
    }

    [Fact]
    public async Task Several_numbers_may_come_in_one_option_or_in_several()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync("/trunk new --number +1 415 555 0100, +14155550101; +14155550102 --number +14155550103");
        Assert.Equal("+14155550100, +14155550101, +14155550102, +14155550103", (await world.RequestAsync()).Fields.Numbers);
    }

    [Fact]
    public async Task What_is_wrong_in_the_line_is_said_on_the_form_all_at_once()
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync("/trunk new --name ab --domain sip:x@acme.example --direction both --number 0044 --username \"a b\"");
        Assert.Contains("things to change", heard.Text, StringComparison.Ordinal);
        foreach (var field in new[] { "name:", "host:", "direction:", "numbers:", "username:" })
            Assert.Contains("Change the " + field, heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trunk new --password Hunter2-Canary")]
    [InlineData("/trunk new --password=Hunter2-Canary --name twilio")]
    [InlineData("/trunk new --name twilio —password “Hunter2-Canary”")]
    [InlineData("/trunk new --secret Hunter2-Canary --bogus")]
    [InlineData("/trunk new --pasword Hunter2-Canary")]
    [InlineData("/trunk new --passwort=Hunter2-Canary")]
    [InlineData("/trunk new --PASSWORD Hunter2-Canary")]
    [InlineData("/trunk new --chat --pass Hunter2-Canary")]
    public async Task A_password_in_the_line_is_refused_and_is_to_be_changed_at_the_carrier(string line)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync(line);
        Assert.Contains("change it at your carrier", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", heard.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("--pass", heard.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/trunk new --pwd Hunter2-Canary")]
    [InlineData("/trunk new -p Hunter2-Canary")]
    [InlineData("/trunk new Hunter2-Canary")]
    [InlineData("/trunk show TR-1 Hunter2-Canary")]
    [InlineData("/trunk new --name twilio --key:Hunter2-Canary")]
    [InlineData("Hunter2-Canary")]
    public async Task What_stands_where_nothing_belongs_is_never_repeated(string line)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync(line);
        Assert.NotEmpty(heard.Text);
        Assert.DoesNotContain("Canary", heard.Text, StringComparison.Ordinal);
    }
}
