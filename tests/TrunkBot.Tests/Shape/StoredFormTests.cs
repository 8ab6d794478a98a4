using TrunkBot.Approvals.Clocks;
using TrunkBot.Approvals.Rooms;
using TrunkBot.Audit;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Operations;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Schema;
using TrunkBot.Trunks.Provisioning;

namespace TrunkBot.Tests.Shape;

/// <summary>How work is stored: by older versions, by this one, and by one that runs beside it. What stands here never changes; new kinds are added.</summary>
public sealed class StoredFormTests
{
    private readonly List<string> _seen = [];

    [Fact]
    public void All_work_is_stored_as_it_always_was_and_says_what_it_is_for()
    {
        Same("show-approval", "TR-7", new ShowApproval("TR-7"), "show where TR-7 stands in the approvals room");
        Same("remind-approval", "TR-7", new RemindApproval("TR-7"), "remind the approvals room of TR-7");
        Same("escalate-approval", "TR-7", new EscalateApproval("TR-7"), "show TR-7 in the second approvals room");
        Same("expire-approval", "TR-7", new ExpireApproval("TR-7"), "let TR-7 expire");
        Same("provision-trunk", "1234567", new ProvisionTrunk(1_234_567), "create the trunk of TR-1234567");
        Same("end-hold", "7", new EndHold(7), "end TR-7, which nobody had tried again");
        Same("forget-password", "7", new ForgetPassword(7), "forget the password of TR-7");
        Same("tell-person", """{"personId":"p-1","text":"It\u0027s on."}""", new TellPerson("p-1", "It's on."), "tell an administrator something in a personal chat");
        Same(
            "conversation-changed", """{"channelId":"c","id":"19:room"}""", new ConversationChanged("c", "19:room"),
            "see to what waits in a conversation that is gone, or back");
        Same(
            "send-activity",
            """{"operation":1,"promise":1,"reference":{"conversation":{"id":"19:room"},"channelId":"c","serviceUrl":"https://service.example"},"activity":{"type":"message","id":"1","text":"Hello."}}""",
            Hello(), "send a message");
        Same("housekeeping", "", new KeepHouse(), "clear out what is old");
        Same("audit-checkpoint", "", new MakeAuditCheckpoint(), "seal the audit");
        Listed.Same(JobTests.Written(typeof(IPayload<>)), _seen, "StoredFormTests");
    }

    private static SendActivity Hello() => new(
        ConnectorOperation.Update, DeliveryPromise.AtLeastOnce,
        new ConversationReference { ChannelId = "c", ServiceUrl = "https://service.example", Conversation = new ConversationAccount { Id = "19:room" } },
        new Activity { Id = "1", Type = ActivityTypes.Message, Text = "Hello." });

    private void Same<TPayload>(string kind, string stored, TPayload payload, string purpose) where TPayload : IPayload<TPayload>
    {
        Assert.Equal(kind, TPayload.Kind);
        Assert.Equal(stored, payload.Write());
        Assert.Equal(stored, TPayload.Read(stored).Write());
        Assert.Equal(purpose, TPayload.Read(stored).Purpose);
        _seen.Add(typeof(TPayload).Name);
    }
}
