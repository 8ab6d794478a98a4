using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.StateMachine;

/// <summary>What the stories came to: a test that only ever sees requests expire shows nothing.</summary>
internal sealed class Tally
{
    private readonly Dictionary<RequestState, int> _ends = [];
    private int _repeated;

    public void Note(RequestStory story)
    {
        _ends[story.State] = _ends.GetValueOrDefault(story.State) + 1;
        _repeated += story.Posts > 1 ? 1 : 0;
    }

    public void AssertRich(int cases)
    {
        if (cases < 100)
            return;
        foreach (var end in new[] { RequestState.Created, RequestState.Rejected, RequestState.Cancelled, RequestState.Expired })
            Assert.True(_ends.GetValueOrDefault(end) > 0, $"No story ended {end}: {this}");
        Assert.True(_repeated > 0, $"Nothing was ever sent again: {this}");
    }

    public override string ToString() =>
        $"{string.Join(", ", _ends.OrderBy(end => end.Key).Select(end => $"{end.Value} {end.Key}"))}; {_repeated} sent more than once";
}
