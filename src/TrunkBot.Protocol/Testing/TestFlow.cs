using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Testing;

/// <summary>A conversation written down: send this, expect that. Nothing happens before <see cref="StartTestAsync"/>.</summary>
public sealed class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly IReadOnlyList<Func<Task>> _steps;

    /// <summary>An empty conversation.</summary>
    /// <param name="adapter">The channel.</param>
    public TestFlow(TestAdapter adapter) : this(adapter, [])
    {
    }

    private TestFlow(TestAdapter adapter, IReadOnlyList<Func<Task>> steps) => (_adapter, _steps) = (adapter, steps);

    /// <summary>The person writes.</summary>
    public TestFlow Send(string text) => Then(() => _adapter.ProcessActivityAsync(_adapter.MakeMessage(text)));

    /// <summary>The channel delivers.</summary>
    public TestFlow Send(Activity activity) => Then(() => _adapter.ProcessActivityAsync(activity));

    /// <summary>The next reply is this text.</summary>
    public TestFlow AssertReply(string expected) => AssertReply(reply =>
    {
        if (reply.Text != expected)
            throw new TestFlowException($"Expected the reply '{expected}' but it was '{reply.Text}'.");
    });

    /// <summary>The next reply contains this text.</summary>
    public TestFlow AssertReplyContains(string part) => AssertReply(reply =>
    {
        if (reply.Text?.Contains(part, StringComparison.Ordinal) != true)
            throw new TestFlowException($"Expected a reply that contains '{part}' but it was '{reply.Text}'.");
    });

    /// <summary>The next reply is looked at.</summary>
    public TestFlow AssertReply(Action<Activity> look) => Then(() =>
    {
        look(_adapter.GetNextReply() ?? throw new TestFlowException("Expected a reply but there was none."));
        return Task.CompletedTask;
    });

    /// <summary>There is no further reply.</summary>
    public TestFlow AssertNoReply() => Then(() => _adapter.GetNextReply() is { } reply
        ? throw new TestFlowException($"Expected no reply but there was '{reply.Text}'.")
        : Task.CompletedTask);

    /// <summary>The person writes, and the next reply is this text.</summary>
    public TestFlow Test(string text, string expected) => Send(text).AssertReply(expected);

    /// <summary>Something else happens in between.</summary>
    public TestFlow Do(Action act) => Then(() =>
    {
        act();
        return Task.CompletedTask;
    });

    /// <summary>Plays the conversation.</summary>
    public async Task StartTestAsync()
    {
        foreach (var step in _steps)
            await step();
    }

    private TestFlow Then(Func<Task> step) => new(_adapter, [.. _steps, step]);
}

/// <summary>A conversation did not go as it was written down.</summary>
public sealed class TestFlowException(string message) : Exception(message);
