using System.CommandLine;
using TrunkBot.Access;

namespace TrunkBot.Chat;

/// <summary>Something a person can type. Made anew for each turn that calls it.</summary>
internal interface ICommand
{
    Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct);
}

/// <summary>A command's description: all that help, parsing and permission know.</summary>
internal interface IDescribed
{
    static abstract CommandSpec Spec { get; }
}

/// <summary>A registered command.</summary>
internal sealed record CommandEntry(Type Type, CommandSpec Spec);

/// <summary>What a command is called, who may use it, and how it reads.</summary>
/// <param name="Words">The words that call it, such as <c>trunk new</c>.</param>
/// <param name="Summary">One line for the help.</param>
/// <param name="Roles">Any of these may use it; empty for everybody of an allowed tenant.</param>
/// <param name="Command">Its options and arguments, for the parser.</param>
/// <param name="Examples">Lines that work.</param>
internal sealed record CommandSpec(
    string Words, string Summary, IReadOnlyList<Role> Roles, Command Command, IReadOnlyList<string> Examples)
{
    /// <summary>Words after which everything is free text, so that a dash in a comment is no option; null where there is none.</summary>
    public int? FreeTextAfter { get; init; }

    /// <summary>Other ways to say it. The last of its words alone, with what follows it, is one without being named here.</summary>
    public IReadOnlyList<Phrase> Phrases { get; init; } = [];

    /// <summary>Its button where somebody is shown what they can do; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The verb that opens a dialog for it, where the channel has dialogs; null where a line is as good.</summary>
    public string? Opens { get; init; }

    /// <summary>Whether a description may follow its words instead of options: a sentence, a mail, a table.</summary>
    public bool TakesPastes { get; init; }

    /// <summary>Whether it changes something: a question never leads to it.</summary>
    public bool Changes => Command.Options.Contains(DryRun.Option);
}

/// <summary>Something that people say and mean a command.</summary>
/// <param name="Said">In small letters, without a full stop or courtesy.</param>
/// <param name="With">The options that it stands for.</param>
/// <param name="IsAnswer">Whether it is an answer while a question is open, and an order otherwise.</param>
internal sealed record Phrase(string Said, string With = "", bool IsAnswer = false)
{
    public static implicit operator Phrase(string said) => new(said);
}
