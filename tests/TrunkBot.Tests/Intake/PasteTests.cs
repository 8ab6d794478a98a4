using TrunkBot.Intake;
using TrunkBot.Presets;

namespace TrunkBot.Tests.Intake;

/// <summary>What people paste: each field as it should be read, and no secret left in anything that is said of it.</summary>
public sealed class PasteTests
{
    private static readonly PasteReader s_reader = new(PresetCatalog.Load());

    public static TheoryData<string> Pastes => [.. Paste.All.Select(paste => paste.Name)];

    [Theory]
    [MemberData(nameof(Pastes))]
    public void Each_field_is_read_as_it_is_said_or_stays_empty(string name)
    {
        var paste = Paste.All.Single(paste => paste.Name == name);
        var reading = s_reader.Read(paste.Text, paste.Html);
        Assert.All(Paste.Fields, field =>
        {
            if (Paste.Found(reading, field).Length > 0)
                Assert.Equal(paste.Expected.GetValueOrDefault(field, []).Order(), Paste.Found(reading, field).Order());
        });
        Assert.Equal(paste.Secrets.Count > 0, reading.Secrets > 0);
        Assert.All(paste.Secrets, secret => Assert.DoesNotContain(secret, Paste.Said(reading), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(paste.Rows ?? reading.Rows, reading.Rows);
    }

    [Fact]
    public void A_carrier_is_known_by_its_name() => Assert.All(
        PresetCatalog.Load().All.Where(preset => !preset.IsCustom),
        preset => Assert.Single(s_reader.Read($"please set up {preset.DisplayName.Split(' ')[0]} for +1 415 555 0100").Numbers));

    [Fact]
    public void Few_fields_stay_empty_that_are_said()
    {
        var said = (from paste in Paste.All
                    let reading = s_reader.Read(paste.Text, paste.Html)
                    from field in Paste.Fields
                    where paste.Expected.GetValueOrDefault(field, []).Length > 0
                    select (Name: $"{paste.Name}: {field}", IsRead: Paste.Found(reading, field).Length > 0)).ToList();
        var missed = said.Where(one => !one.IsRead).Select(one => one.Name).ToList();
        Assert.True(missed.Count * 100 <= said.Count * 5, $"{missed.Count} of {said.Count} are missed: {string.Join(", ", missed)}");
    }

    [Fact]
    public void There_are_enough_pastes_of_each_kind_to_mean_something()
    {
        Assert.True(Paste.All.Count >= 200, $"{Paste.All.Count} pastes");
        Assert.True(Paste.All.Count(paste => paste.Secrets.Count > 0) >= 40);
        Assert.True(Paste.All.Count(paste => paste.Expected.Count is 0 && paste.Secrets.Count is 0) >= 40);
        Assert.Equal(Paste.All.Count, Paste.All.DistinctBy(paste => paste.Name).Count());
    }

    [Fact]
    public void Every_value_comes_with_a_line_of_the_paste()
    {
        var reading = s_reader.Read("Trunk name: Acme voice\nSIP domain: acme.pstn.twilio.com\nPassword: Zq7Canary-Horse-42\nDID: +1 415 555 0100");
        Assert.Equal("SIP domain: acme.pstn.twilio.com", Assert.Single(reading.Hosts).Line);
        Assert.Equal("Trunk name: Acme voice", Assert.Single(reading.Names).Line);
        Assert.Equal("DID: +1 415 555 0100", Assert.Single(reading.Numbers).Line);
    }

    [Fact]
    public void What_is_not_one_of_the_fields_is_named()
    {
        var reading = s_reader.Read("SIP domain: acme.pstn.twilio.com\nCodec: G.711\nFax: +1 415 555 0199");
        Assert.Equal(["Codec: G.711", "Fax: +1 415 555 0199"], reading.NotUnderstood);
    }

    [Fact]
    public void A_range_of_numbers_is_named_and_none_of_it_is_taken() => Assert.All(Paste.All.Where(paste => paste.Name.StartsWith("strangers: range: ", StringComparison.Ordinal)), paste =>
    {
        var reading = s_reader.Read(paste.Text);
        Assert.Equal(paste.Expected.GetValueOrDefault("numbers", []), Paste.Found(reading, "numbers"));
        Assert.True(reading.FoundSomething && reading.NotUnderstood.Any(line => line.Length > 0 && paste.Text.EndsWith(line, StringComparison.Ordinal)), $"{paste}: {string.Join(" | ", reading.NotUnderstood)}");
    });

    [Fact]
    public void Longer_than_it_is_read_its_secrets_are_noticed_all_the_same()
    {
        var reading = s_reader.Read($"SIP domain: acme.pstn.twilio.com\nPassword: Zq7Canary-Horse-42\n{new string('x', PasteReader.Longest)}");
        Assert.True(reading.IsTooLong);
        Assert.False(reading.FoundSomething);
        Assert.Equal(1, reading.Secrets);
        Assert.DoesNotContain("Zq7Canary", reading.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("India", "080-4712 3456", "+918047123456")]
    [InlineData("Indien", "080-4712 3456", "+918047123456")]
    [InlineData("भारत", "080-4712 3456", "+918047123456")]
    [InlineData("インド", "080-4712 3456", "+918047123456")]
    [InlineData("Spain", "911 234 567", "+34911234567")]
    [InlineData("Royaume-Uni", "020 7946 0303", "+442079460303")]
    [InlineData("Großbritannien", "020 7946 0303", "+442079460303")]
    [InlineData("Alemania", "030 231250", "+4930231250")]
    [InlineData("Estados Unidos", "415 555 0100", "+14155550100")]
    [InlineData("jp", "03-4567-8901", "+81345678901")]
    public void A_national_number_is_offered_where_its_country_is_named_in_whichever_language(string country, string number, string e164)
    {
        var reading = s_reader.Read($"SIP server: sip.natvoice.net\nCountry: {country}\nNumber: {number}");
        Assert.Empty(reading.Numbers);
        Assert.Equal(e164, Assert.Single(reading.LikelyNumbers).Value);
    }

    [Fact]
    public void A_line_that_is_cut_ends_with_a_whole_character()
    {
        var line = $"Server: sip.acme-voice.net {new string('x', 132)}😀😀";
        Assert.EndsWith("x…", Assert.Single(s_reader.Read(line).Hosts).Line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_length_is_counted_in_bytes_and_64_KB_are_read()
    {
        const string Said = "SIP domain: acme.pstn.twilio.com\n";
        var most = $"{Said}{new string('é', (PasteReader.Longest - Said.Length) / 2)}";
        var odd = new string('.', PasteReader.Longest - System.Text.Encoding.UTF8.GetByteCount(most));
        Assert.Equal("acme.pstn.twilio.com", Assert.Single(s_reader.Read(most + odd).Hosts).Value);
        Assert.True(s_reader.Read($"{most}{odd}.").IsTooLong);
        Assert.True(s_reader.Read("", $"<p>{most}{odd}.</p>").IsTooLong);
    }

    [Fact]
    public void Markup_counts_as_what_it_says_not_as_what_it_weighs()
    {
        var cell = $"<td style=\"{new string('x', PasteReader.Longest)}\">";
        Assert.Equal("acme.pstn.twilio.com", Assert.Single(s_reader.Read("", $"<table><tr>{cell}SIP domain</td>{cell}acme.pstn.twilio.com</td></tr></table>").Hosts).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\ud800 password: \udc00")]
    [InlineData("{\"a\":")]
    [InlineData("password:")]
    [InlineData("\"\"\"\"\"\"")]
    [InlineData("+ + + +")]
    [InlineData("|||\n|||\n")]
    [InlineData("[a]\n[b]\n[c]")]
    [InlineData("sip:@:@:@;;;")]
    public void Odd_text_is_read_as_nothing(string text) => Assert.False(s_reader.Read(text, $"<p>{text}</p>").FoundSomething);
}
