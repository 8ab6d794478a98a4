using TrunkBot.Intake.Words;

namespace TrunkBot.Intake.Forms;

/// <summary>The kind of trunk that a command creates: <c>lk sip outbound create</c>, or an address that ends in <c>CreateSIPOutboundTrunk</c>.</summary>
internal static class CommandDirection
{
    private const int MostLines = 40, LongestLine = 400;

    public static IEnumerable<(string Way, string Line)> In(string command)
    {
        foreach (var line in command.Split('\n').Take(MostLines).Where(line => line.Length < LongestLine && !line.Contains('{', StringComparison.Ordinal)))
        {
            var words = Word.In(OwnWords(line));
            for (var i = 0; i + 1 < words.Count; i++)
            {
                if (words[i].Text is DirectionWords.Inbound or DirectionWords.Outbound && words[i + 1].Text is "trunk" or "trunks" or "create")
                    yield return (words[i].Text, line);
            }
        }
    }

    // Addresses, and what stands before the first option: a name that is given is no word of the command.
    private static string OwnWords(string line) =>
        string.Join(' ', line.Split(' ').TakeWhile(word => word is not ['-', ..] and not ['"', ..]).Concat(line.Split(' ').Where(word => word.Contains("://", StringComparison.Ordinal))));
}
