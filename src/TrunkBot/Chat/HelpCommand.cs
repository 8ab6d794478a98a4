using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Chat.Showing;
using TrunkBot.Chat.SignIn;
using TrunkBot.Languages;

namespace TrunkBot.Chat;

/// <summary>What a person can type, from the commands' own descriptions.</summary>
internal sealed class HelpCommand(CommandTable table) : ICommand, IDescribed
{
    private static readonly Argument<string[]> s_about = new("command")
    {
        Description = Say.Later("The command to explain"),
        Arity = new ArgumentArity(0, 2),
    };

    public static CommandSpec Spec { get; } = new(
        "help", Say.Later("Say what I can do"), [], new Command("help") { s_about }, ["/help", "/help trunk new"])
    {
        Title = Say.Later("Help"),
        Phrases = ["hi", "hello", "hey", "there", "help me", "commands", "menu", "what can you do", "what can i do", "how does this work", "what is this"],
    };

    public Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct)
    {
        var about = string.Join(' ', line.GetValue(s_about) ?? []).TrimStart('/');
        var spec = table.Specs.FirstOrDefault(spec => spec.Words.Equals(about, StringComparison.OrdinalIgnoreCase));
        return turn.ShowAsync(spec is null ? HelpCard.Of([.. table.Specs], turn.Roles, turn.Channel.CardActions) : HelpCard.Of(spec), ct);
    }
}

/// <summary>Who am I, for TrunkBot: the line that an operator has to paste.</summary>
internal sealed class WhoAmICommand : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "whoami", Say.Later("Show your roles and the line that grants you one"), [], new Command("whoami"), ["/whoami"])
    {
        Title = Say.Later("Show my roles"),
        Phrases = ["who am i", "my role", "my roles", "roles"],
    };

    public Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct) =>
        turn.WhisperAsync(turn.Person.IsKnown ? Said(turn) : ChatTexts.NoIdentity, ct);

    private static string Said(ChatTurn turn)
    {
        var roles = AccessTexts.WhoAmI(turn.Person, turn.Roles);
        return turn.Roles.NeedsSignIn ? $"{roles}\n{SignInTexts.MoreBySigningIn}" : roles;
    }
}

/// <summary>Ends the questions that are being asked; cancels no request.</summary>
internal sealed class CancelCommand(DialogDesk dialogs) : ICommand, IDescribed
{
    public static CommandSpec Spec { get; } = new(
        "cancel", Say.Later("Stop the questions I am asking (no request is cancelled)"), [], new Command("cancel"), ["/cancel"])
    {
        Phrases = ["cancel", "quit", "stop", "exit", "abort", "never mind", "nevermind", "forget it"],
    };

    public async Task RunAsync(ChatTurn turn, ParseResult line, CancellationToken ct) =>
        await turn.WhisperAsync(await dialogs.CancelAsync(turn, ct) ? ChatTexts.Cancelled : ChatTexts.NothingToCancel, ct);
}
