namespace TrunkBot.Presets;

/// <summary>A preset file that cannot be used; its message is the sentence with which the start stops.</summary>
internal sealed class InvalidPresetException : Exception
{
    public InvalidPresetException(string message)
        : base(message)
    {
    }

    public InvalidPresetException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
