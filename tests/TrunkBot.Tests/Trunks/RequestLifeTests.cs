using System.Text.Json;
using TrunkBot.Access;
using TrunkBot.Protocol.Builder;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Trunks;

/// <summary>The table of a request's life: each legal change happens, every other one is refused and changes nothing.</summary>
public sealed class RequestLifeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly TrunkSpec s_spec = new("twilio", "example.pstn.twilio.com", "outbound", ["+1234567890"], "acme");

    /// <summary>Each change: what it does, from which states, and to which it leads; null where the state stays.</summary>
    private static readonly (string Name, Action<TrunkRequest> Do, RequestState[] From, RequestState? To)[] s_changes =
    [
        ("fill", r => r.Fill(new TrunkFields(), false, s_now), [RequestState.Draft], null),
        ("keep a password", r => r.KeepPassword("other", s_now), [RequestState.Draft], null),
        ("submit", r => r.Submit(s_spec, [], [1], s_now), [RequestState.Draft], RequestState.Pending),
        ("approve", r => r.Approve(s_now), [RequestState.Pending], RequestState.Approved),
        ("reject", r => r.Reject(s_now), [RequestState.Pending], RequestState.Rejected),
        ("cancel", r => r.Cancel(s_now), [RequestState.Draft, RequestState.Pending, RequestState.Approved], RequestState.Cancelled),
        ("expire", r => r.Expire(s_now), [RequestState.Draft, RequestState.Pending], RequestState.Expired),
        ("start", r => r.StartProvisioning(s_now), [RequestState.Approved], RequestState.Provisioning),
        ("wait", r => r.WaitForVideoSdk("busy", s_now, s_now), [RequestState.Provisioning, RequestState.OutcomeUnknown], RequestState.Approved),
        ("say that it waits", r => r.SaidThatItWaits(s_now), [RequestState.Approved], null),
        ("hold", r => r.Hold(401, "not you", s_now), [RequestState.Provisioning, RequestState.OutcomeUnknown], RequestState.Approved),
        ("try again", r => r.TryAgain(s_now), [RequestState.Approved], null),
        ("doubt", r => r.Doubt("restored", s_now), [RequestState.Approved, RequestState.Provisioning], RequestState.OutcomeUnknown),
        ("created", r => r.Created("abc", s_now), [RequestState.Provisioning, RequestState.OutcomeUnknown, RequestState.Approved], RequestState.Created),
        ("failed", r => r.Failed("no", s_now), [RequestState.Provisioning, RequestState.Approved, RequestState.OutcomeUnknown], RequestState.Failed),
        ("lose the answer", r => r.OutcomeUnknown("lost", s_now), [RequestState.Provisioning, RequestState.OutcomeUnknown], RequestState.OutcomeUnknown),
        ("send again", r => r.SendAgain(s_now), [RequestState.OutcomeUnknown], RequestState.Provisioning),
        ("forget the password", r => r.ForgetPassword(s_now), [RequestState.OutcomeUnknown], null),
        ("restore the password", r => r.RestorePassword("same", s_now), [RequestState.OutcomeUnknown], null),
    ];

    public static TheoryData<string, string> EveryChangeFromEveryState()
    {
        var data = new TheoryData<string, string>();
        foreach (var change in s_changes)
            foreach (var state in Enum.GetNames<RequestState>())
                data.Add(change.Name, state);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryChangeFromEveryState))]
    public void A_change_happens_from_the_states_of_the_table_and_from_no_other(string name, string state)
    {
        var change = s_changes.Single(one => one.Name == name);
        var from = Enum.Parse<RequestState>(state);
        var request = In(from);
        var before = Picture(request);

        if (change.From.Contains(from))
        {
            change.Do(request);
            Assert.Equal(change.To ?? from, request.State);
            return;
        }

        // A create that was sent is an error by itself; every other state may have changed between two reads.
        var refused = Record.Exception(() => change.Do(request))!;
        Assert.True(refused is StaleReadException or InvalidOperationException, $"{refused}");
        Assert.DoesNotContain("locked", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Picture(request));
    }

    [Theory]
    [InlineData(RequestState.Created)]
    [InlineData(RequestState.Rejected)]
    [InlineData(RequestState.Cancelled)]
    [InlineData(RequestState.Expired)]
    [InlineData(RequestState.Failed)]
    public void An_end_is_final_and_keeps_no_password(object state)
    {
        var request = In((RequestState)state);
        Assert.True(request.IsFinal);
        Assert.Null(request.ProtectedPassword);
        Assert.Equal("twilio", request.Fields.Name);
    }

    [Fact]
    public void A_create_that_has_left_does_not_leave_again_until_a_person_says_so()
    {
        var request = In(RequestState.Provisioning);
        Assert.Throws<InvalidOperationException>(() => request.StartProvisioning(s_now));
        request.OutcomeUnknown("lost", s_now);
        Assert.Throws<StaleReadException>(() => request.StartProvisioning(s_now));
        request.SendAgain(s_now);
        request.StartProvisioning(s_now);
        Assert.Throws<InvalidOperationException>(() => request.StartProvisioning(s_now));
    }

    [Fact]
    public void Nothing_is_submitted_without_a_password()
    {
        var request = In(RequestState.Draft);
        request.KeepPassword(null, s_now);
        Assert.Throws<InvalidOperationException>(() => request.Submit(s_spec, [], [1], s_now));
        Assert.Equal(RequestState.Draft, request.State);
    }

    private static TrunkRequest In(RequestState state)
    {
        var request = new TrunkRequest(7, new Person("t", "o", "Riya"), "msteams|a", "{}", s_now);
        request.Fill(new TrunkFields { Name = "twilio" }, false, s_now);
        request.KeepPassword("locked", s_now);
        foreach (var name in WayTo(state))
            s_changes.Single(change => change.Name == name).Do(request);
        Assert.Equal(state, request.State);
        return request;
    }

    private static string[] WayTo(RequestState state) => state switch
    {
        RequestState.Draft => [],
        RequestState.Pending => ["submit"],
        RequestState.Rejected => ["submit", "reject"],
        RequestState.Cancelled => ["submit", "cancel"],
        RequestState.Expired => ["submit", "expire"],
        RequestState.Approved => ["submit", "approve"],
        RequestState.Provisioning => ["submit", "approve", "start"],
        RequestState.OutcomeUnknown => ["submit", "approve", "start", "lose the answer"],
        RequestState.Created => ["submit", "approve", "start", "created"],
        _ => ["submit", "approve", "start", "failed"],
    };

    private static string Picture(TrunkRequest request) => JsonSerializer.Serialize(request);
}
