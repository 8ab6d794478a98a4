using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Testing;

namespace TrunkBot.Protocol.Tests.Testing;

public sealed class TestFlowTests
{
    [Fact]
    public async Task A_conversation_that_goes_as_written_passes()
    {
        await using var adapter = Echo();
        await new TestFlow(adapter)
            .Test("hi", "you said hi")
            .Send("bye").AssertReplyContains("bye").AssertNoReply()
            .StartTestAsync();
    }

    [Fact]
    public async Task A_wrong_a_missing_and_a_surplus_reply_are_told_apart()
    {
        await using var adapter = Echo();
        Assert.Contains("'hello'", (await Failure(new TestFlow(adapter).Test("hi", "hello"))).Message);
        Assert.Contains("'hello'", (await Failure(new TestFlow(adapter).Send("hi").AssertReplyContains("hello"))).Message);
        Assert.Contains("there was none", (await Failure(new TestFlow(adapter).AssertReply("hi"))).Message);
        Assert.Contains("'you said hi'", (await Failure(new TestFlow(adapter).Send("hi").AssertNoReply())).Message);
    }

    private static TestAdapter Echo() => new(_ => new LambdaBot(turn => turn.SendActivityAsync($"you said {turn.Activity.Text}")));

    private static Task<TestFlowException> Failure(TestFlow flow) => Assert.ThrowsAsync<TestFlowException>(flow.StartTestAsync);
}
