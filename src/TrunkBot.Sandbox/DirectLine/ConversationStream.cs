using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TrunkBot.Sandbox.DirectLine;

/// <summary>What the pages see of one conversation: the last activities, and each new one as it comes.</summary>
internal sealed class ConversationStream
{
    private const int Kept = 1000;
    private readonly Lock gate = new();
    private readonly Queue<(long Watermark, string Activity)> history = new();
    private readonly List<Channel<string>> readers = [];
    private long watermark;

    /// <summary>Shows an activity to every reader; what is not kept, such as typing, is seen by those who look now.</summary>
    internal void Add(JsonObject activity, bool keep)
    {
        var text = activity.ToJsonString();
        lock (gate)
        {
            if (keep)
            {
                if (history.Count == Kept)
                    history.Dequeue();
                history.Enqueue((++watermark, text));
            }
            var frame = Frame([text], watermark);
            foreach (var reader in readers.Where(reader => !reader.Writer.TryWrite(frame)).ToArray())
                Drop(reader);
        }
    }

    /// <summary>The watermark from which on the last activities come, and how many are older.</summary>
    internal (long Watermark, int Earlier) Recent(int most)
    {
        lock (gate)
        {
            var earlier = Math.Max(0, history.Count - most);
            return (watermark - history.Count + earlier, earlier);
        }
    }

    /// <summary>The last activities up to a watermark, as one frame: its watermark is the one to ask with for those before, or 0.</summary>
    internal string Before(long seen, int most)
    {
        lock (gate)
        {
            var older = history.Where(entry => entry.Watermark <= seen).ToArray();
            var page = older[Math.Max(0, older.Length - most)..];
            return Frame([.. page.Select(entry => entry.Activity)], page.Length < older.Length ? page[0].Watermark - 1 : 0);
        }
    }

    /// <summary>Everything after a watermark, as one frame.</summary>
    internal string After(long seen)
    {
        lock (gate)
            return Frame([.. Newer(seen)], watermark);
    }

    /// <summary>Starts reading after a watermark. What is there already comes first, as one frame.</summary>
    internal Channel<string> Open(long seen)
    {
        var reader = System.Threading.Channels.Channel.CreateBounded<string>(Kept);
        lock (gate)
        {
            if (Newer(seen).Any())
                reader.Writer.TryWrite(Frame([.. Newer(seen)], watermark));
            readers.Add(reader);
        }
        return reader;
    }

    internal void Close(Channel<string> reader)
    {
        lock (gate)
            Drop(reader);
    }

    /// <summary>A reader that cannot keep up is closed; it comes back with its watermark.</summary>
    private void Drop(Channel<string> reader)
    {
        readers.Remove(reader);
        reader.Writer.TryComplete();
    }

    private IEnumerable<string> Newer(long seen) =>
        history.Where(entry => entry.Watermark > seen).Select(entry => entry.Activity);

    private static string Frame(string[] activities, long watermark) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"activities":[{{string.Join(',', activities)}}],"watermark":"{{watermark}}"}""");
}
