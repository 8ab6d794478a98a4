using System.CommandLine;
using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Languages;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat.Showing;

/// <summary>The commands, those first that this person may use.</summary>
internal static class HelpCard
{
    public static AdaptiveCard Of(IReadOnlyList<CommandSpec> specs, RoleSet roles, CardActions can)
    {
        var (mine, others) = Sort(specs, roles);
        return new AdaptiveCard
        {
            FallbackText = ChatTexts.Typed(Say.It("What I can do."), [.. mine.Select(spec => "/" + spec.Words)]),
            Body =
            [
                TextBlock.Heading(Say.It("What I can do")),
                .. mine.SelectMany(Lines),
                .. others.Count > 0 ? [new TextBlock(Say.It("With another role (type /whoami to see yours):")) { IsSubtle = true, Separator = true }] : Array.Empty<CardElement>(),
                .. others.SelectMany(Lines),
                new TextBlock(Say.It("For more about one, type /help trunk new.")) { Separator = true },
            ],
            Actions = HomeCard.Buttons([.. HomeCard.Choices(specs, roles).Where(choice => choice.Line != HelpCommand.Spec.Words)], can),
        };
    }

    public static AdaptiveCard Of(CommandSpec spec)
    {
        var body = new List<CardElement> { TextBlock.Heading("/" + spec.Words), new TextBlock(CardText.Plain(Say.It(spec.Summary) + ".")) };
        if (spec.Command.Options.Count > 0)
            body.AddRange(spec.Command.Options.Where(option => !option.Hidden).SelectMany(Lines));
        if (spec.Roles.Count > 0)
            body.Add(new TextBlock(Say.It($"For: {AccessTexts.Names(spec.Roles)}")) { IsSubtle = true });
        body.Add(new Container([.. spec.Examples.Select(example => new RichTextBlock([new TextRun(example) { FontType = "Monospace" }]))]) { Style = ContainerStyles.Emphasis });
        return new AdaptiveCard { FallbackText = Say.It($"/{spec.Words}: {Say.It(spec.Summary)}. Example: {spec.Examples[0]}"), Body = body };
    }

    private static (List<CommandSpec> Mine, List<CommandSpec> Others) Sort(IEnumerable<CommandSpec> specs, RoleSet roles)
    {
        var groups = specs.ToLookup(spec => spec.Roles.Count == 0 || spec.Roles.Any(roles.Has));
        return ([.. groups[true]], [.. groups[false]]);
    }

    // One below the other: two columns break the words of both on a narrow screen.
    private static IEnumerable<CardElement> Lines(CommandSpec spec) =>
    [
        new TextBlock("/" + spec.Words) { Weight = TextWeights.Bolder },
        new TextBlock(CardText.Plain(Say.It(spec.Summary))) { Spacing = Spacings.None },
    ];

    private static IEnumerable<CardElement> Lines(Option option) =>
    [
        new TextBlock(option.Name) { Weight = TextWeights.Bolder },
        new TextBlock(CardText.Plain(option.Description is { } does ? Say.It(does) : null)) { Spacing = Spacings.None },
    ];
}
