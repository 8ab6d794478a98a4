using TrunkBot.Load.BackEnds;

namespace TrunkBot.Load.Scale;

/// <summary>How many finished requests there are in the two stores, and how often each line is said: <c>--few</c>, <c>--many</c>, <c>--times</c>. <c>--scale postgres</c> measures one back end.</summary>
internal sealed record ScaleOptions(IReadOnlyList<IBackEnd> BackEnds, int Few, int Many, int Times)
{
    public static ScaleOptions Parse(LoadArguments args) => new(
        BackEnd.Named(args.Value("--scale") ?? "both"), args.Number("--few", 1_000), args.Number("--many", 1_000_000), args.Number("--times", 400));
}
