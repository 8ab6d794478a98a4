using System.Globalization;
using TrunkBot.Load.BackEnds;

namespace TrunkBot.Load.Soak;

/// <summary>How long, and on which back end: <c>--soak 30m --back-end postgres</c>.</summary>
internal sealed record SoakOptions(TimeSpan Time, IBackEnd BackEnd)
{
    public static SoakOptions Parse(LoadArguments args)
    {
        var backEnds = BackEnds.BackEnd.Named(args.Value("--back-end") ?? "sqlite");
        return backEnds is [var backEnd]
            ? new SoakOptions(TimeOf(args.Value("--soak") ?? "30m"), backEnd)
            : throw new InvalidOperationException("A soak runs on one back end.");
    }

    private static TimeSpan TimeOf(string text) => (text[^1], int.Parse(text[..^1], CultureInfo.InvariantCulture)) switch
    {
        ('s', var seconds) => TimeSpan.FromSeconds(seconds),
        ('m', var minutes) => TimeSpan.FromMinutes(minutes),
        ('h', var hours) => TimeSpan.FromHours(hours),
        _ => throw new FormatException($"'{text}' is no time. Write 600s, 30m or 2h."),
    };
}
