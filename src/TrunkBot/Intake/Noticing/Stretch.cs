namespace TrunkBot.Intake.Noticing;

/// <summary>A part of a text.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public bool IsEmpty => End <= Start;

    public string In(string text) => text[Start..End];
}
