using TrunkBot.Access;
using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>The commands, those first that this person may use.</summary>
internal static class HelpCard
{
    public static AdaptiveCard Of(IEnumerable<CommandSpec> specs, RoleSet roles)
    {
        var (mine, others) = Sort(specs, roles);
        var body = new List<CardElement> { TextBlock.Heading("What I can do"), Facts(mine) };
        if (others.Count > 0)
        {
            body.Add(new TextBlock("With another role (type /whoami to see yours):") { IsSubtle = true });
            body.Add(Facts(others));
        }

        body.Add(new TextBlock("For more about one, type /help trunk new."));
        return new AdaptiveCard
        {
            FallbackText = "I can do: " + string.Join(", ", mine.Select(spec => "/" + spec.Words)) + ".",
            Body = body,
        };
    }

    public static AdaptiveCard Of(CommandSpec spec)
    {
        var body = new List<CardElement> { TextBlock.Heading("/" + spec.Words), new TextBlock(CardText.Plain(spec.Summary + ".")) };
        if (spec.Command.Options.Count > 0)
            body.Add(new FactSet([.. spec.Command.Options.Where(option => !option.Hidden).Select(option => new Fact(option.Name, CardText.Plain(option.Description)))]));
        if (spec.Roles.Count > 0)
            body.Add(new TextBlock($"For: {string.Join(", ", spec.Roles)}") { IsSubtle = true });
        body.Add(new Container([.. spec.Examples.Select(example => new RichTextBlock([new TextRun(example) { FontType = "Monospace" }]))]) { Style = ContainerStyles.Emphasis });
        return new AdaptiveCard { FallbackText = $"/{spec.Words}: {spec.Summary}. Example: {spec.Examples[0]}", Body = body };
    }

    private static (List<CommandSpec> Mine, List<CommandSpec> Others) Sort(IEnumerable<CommandSpec> specs, RoleSet roles)
    {
        var groups = specs.ToLookup(spec => spec.Roles.Count == 0 || spec.Roles.Any(roles.Has));
        return ([.. groups[true]], [.. groups[false]]);
    }

    private static FactSet Facts(IEnumerable<CommandSpec> specs) =>
        new([.. specs.Select(spec => new Fact("/" + spec.Words, CardText.Plain(spec.Summary)))]);
}
