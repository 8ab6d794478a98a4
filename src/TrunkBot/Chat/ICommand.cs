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
}
