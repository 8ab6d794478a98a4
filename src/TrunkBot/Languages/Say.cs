namespace TrunkBot.Languages;

/// <summary>What people read is said through this, in the language of the turn. The English text is its key, so a text is found where it is said.</summary>
internal static class Say
{
    public static string It(string english) => Language.IsEnglish ? english : Language.Current.Say(english) ?? english;

    public static string It(ref Sentence sentence) => sentence.Said();

    /// <summary>A time, in the zone of whoever reads it.</summary>
    public static string Time(DateTimeOffset at) => Language.IsNoting ? Notation.Time(at) : Zone.Current.Time(at);

    /// <summary>Marks a text that is written once and said later with <see cref="It(string)"/>, such as a command's help. It stays English until then.</summary>
    public static string Later(string english) => english;
}
