using System.ComponentModel.DataAnnotations;
using TrunkBot.Trunks;

namespace TrunkBot.Tests.Trunks;

public sealed class TrunkOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_are_those_that_people_were_told()
    {
        var options = new TrunkOptions();

        Assert.Empty(Objections(options));
        Assert.Equal(100, options.MaxNumbers);
        Assert.Equal(TimeSpan.FromHours(1), options.GiveUpAfter);
        Assert.Equal(TimeSpan.FromHours(24), options.DraftLifetime);
        Assert.False(options.AllowPort);
    }

    [Fact]
    public void People_read_where_inbound_calls_go_or_where_to_find_it()
    {
        Assert.Contains("dashboard", new TrunkOptions().InboundHostOrWhereToFindIt, StringComparison.Ordinal);
        Assert.Equal(
            "org-7.sip.videosdk.live", new TrunkOptions { InboundHost = "org-7.sip.videosdk.live" }.InboundHostOrWhereToFindIt);
    }

    [Fact]
    public void Values_out_of_range_are_named()
    {
        var objections = Objections(new()
        {
            MaxNumbers = 0,
            GiveUpAfter = TimeSpan.Zero,
            DraftLifetime = TimeSpan.FromDays(400),
            ShortestPassword = 0,
            InboundHost = "sip:org.sip.videosdk.live",
        });

        Assert.Equal(5, objections.Count);
        Assert.Empty(Objections(new() { InboundHost = "org-7.sip.videosdk.live" }));
    }

    private static List<ValidationResult> Objections(TrunkOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        return results;
    }
}
