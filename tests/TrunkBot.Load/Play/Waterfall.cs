using System.Text.Json;

namespace TrunkBot.Load.Play;

/// <summary>The seven turns in which a trunk is asked for question by question.</summary>
internal sealed class Waterfall : Scenario
{
    // A word of the bot's next question, after each line that is typed.
    private static readonly string[] s_words = ["called", "host", "direction", "number", "username", "password"];

    public override string Name => "asks in chat";

    public override int Turns => s_words.Length + 1;

    public override byte[] Act(Talk talk, int turn, JsonElement? before) =>
        turn < s_words.Length ? talk.Says(Line(talk, turn)) : talk.Clicks(Submit(before));

    public override string? Judge(int turn, JsonElement reply)
    {
        if (turn < s_words.Length)
            return Has(reply, s_words[turn]) ? null : $"turn {turn + 1} should ask for '{s_words[turn]}'";
        return JudgeSubmitted(reply);
    }

    private static string Line(Talk talk, int turn) => turn switch
    {
        0 => "/trunk new --chat",
        1 => Asked.Name(talk),
        2 => Asked.Host(talk),
        3 => Asked.Direction,
        4 => Asked.PhoneNumber(talk),
        _ => Asked.Username(talk),
    };
}
