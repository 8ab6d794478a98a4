using TrunkBot.Presets;
using TrunkBot.Tests.Shape;

namespace TrunkBot.Tests.Presets;

public sealed class PresetCatalogTests
{
    private static readonly PresetCatalog Catalog = PresetCatalog.Load();

    public static TheoryData<string> Ids => [.. Catalog.All.Select(preset => preset.Id)];

    [Fact]
    public void The_carriers_that_people_ask_for_are_known() => Listed.Same(
        Catalog.All.Select(preset => preset.Id),
        ["didww", "exotel", "plivo", "telnyx", "twilio", "vobiz", "vonage", "zadarma", "custom"],
        "tests/TrunkBot.Tests/Presets/PresetCatalogTests.cs, first list");

    [Fact]
    public void Any_other_carrier_comes_last() => Assert.Equal("custom", Catalog.All.Last().Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_preset_says_what_to_do_next_in_both_directions(string id)
    {
        var preset = Catalog.ById(id)!;

        foreach (var direction in (string[])["inbound", "outbound"])
        {
            var steps = preset.NextSteps(direction, "org7.sip.videosdk.live", "192.0.2.1");
            Assert.DoesNotContain(steps, step => step.Contains('{', StringComparison.Ordinal));
            Assert.Contains(steps, step => step.Contains("routing rule", StringComparison.Ordinal));
        }

        Assert.Contains(preset.NextSteps("inbound", "org7.sip.videosdk.live", ""), step =>
            step.Contains("org7.sip.videosdk.live", StringComparison.Ordinal));
        Assert.Contains(
            preset.NextSteps("outbound", "", "192.0.2.1"), step => step.Contains("192.0.2.1", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_trunk_on_the_example_of_a_preset_passes(string id)
    {
        var preset = Catalog.ById(id)!;

        var review = Trunks.Review.Of(
            Trunks.Review.Right with { Domain = preset.Example.Host, Username = "acme-7" }, password: null);

        Assert.NotNull(review.Spec);
        Assert.Equal(id, review.Preset.Id);
        Assert.True(preset.IsCustom || review.Findings.Count is 0);
    }

    [Theory]
    [InlineData("example.pstn.twilio.com", "twilio")]
    [InlineData("acme.pstn.ashburn.twilio.com", "twilio")]
    [InlineData("acme.pstn.us1.twilio.com", "twilio")]
    [InlineData("sip.telnyx.com", "telnyx")]
    [InlineData("sip.telnyx.eu", "telnyx")]
    [InlineData("21784177241578.zt.plivo.com", "plivo")]
    [InlineData("acme.sip-eu.vonage.com", "vonage")]
    [InlineData("sip.nexmo.com", "vonage")]
    [InlineData("acme1.pstn.exotel.com", "exotel")]
    [InlineData("pstn.in2.exotel.com", "exotel")]
    [InlineData("sip.zadarma.com", "zadarma")]
    [InlineData("39a32383.sip.vobiz.ai", "vobiz")]
    [InlineData("out.didww.com", "didww")]
    [InlineData("fra.eu.out.didww.com", "didww")]
    [InlineData("pstn.twilio.com", "custom")]
    [InlineData("a.b.pstn.twilio.com", "custom")]
    [InlineData("acme.pstn.twilio.com.evil.net", "custom")]
    [InlineData("acmepstn.twilio.com", "custom")]
    [InlineData("sip.acme-telecom.net", "custom")]
    public void A_carrier_is_recognised_from_its_whole_host(string host, string id) =>
        Assert.Equal(id, Catalog.ForHost(host).Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_preset_says_how_old_its_facts_are(string id)
    {
        var preset = Catalog.ById(id)!;

        Assert.Equal(preset.IsCustom, preset.CheckedOn is null);
        Assert.True(preset.IsCustom || preset.CheckedOn > new DateOnly(2026, 1, 1));
    }

    [Theory]
    [InlineData("\"id\": \"twilio\"", "\"id\": \"other\"", "Presets/twilio.json is wrong: id must be the file's name")]
    [InlineData("*.pstn.twilio.com", "pstn*.twilio.com", "stars for whole parts")]
    [InlineData("*.pstn.twilio.com", "*.pstn.example.net", "must lie within the domains")]
    [InlineData("https://www", "http://www", "sources must have https addresses")]
    [InlineData("\"usernameMaxLength\": 32", "\"usernameMaxLength\": 0", "limits must be positive")]
    [InlineData("\"usernameMaxLength\": 32", "\"userNameMaximum\": 32", "Presets/twilio.json cannot be read")]
    [InlineData("\"addresses\"", "\"carrier-pigeon\"", "inbound.authentication must be some of credentials, addresses, token")]
    [InlineData("{inbound-host}", "{in-host}", "can name only {inbound-host} and {addresses}")]
    [InlineData("{", "{{", "Presets/twilio.json cannot be read")]
    [InlineData("\"displayName\": \"Twilio\",", "", "Presets/twilio.json cannot be read")]
    public void A_wrong_file_stops_the_start_with_a_sentence_that_names_it(string part, string instead, string sentence)
    {
        var files = Files();
        files["twilio.json"] = files["twilio.json"].Replace(part, instead, StringComparison.Ordinal);

        var refused = Assert.Throws<InvalidPresetException>(() => PresetCatalog.From(files.Select(file => (file.Key, file.Value))));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Presets_without_the_custom_one_stop_the_start()
    {
        var files = Files();
        files.Remove("custom.json");

        Assert.Throws<InvalidPresetException>(() => PresetCatalog.From(files.Select(file => (file.Key, file.Value))));
    }

    private static Dictionary<string, string> Files() => typeof(PresetCatalog).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("TrunkBot.Presets.", StringComparison.Ordinal))
        .ToDictionary(name => name["TrunkBot.Presets.".Length..], name =>
        {
            using var reader = new StreamReader(typeof(PresetCatalog).Assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        });
}
