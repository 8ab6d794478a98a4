namespace TrunkBot.Load.Report;

/// <summary>What a figure of the bot has to be, beside the floor's or by itself.</summary>
/// <param name="Words">As the table says it.</param>
/// <param name="IsMet">Whether it is, by the floor's figure and the bot's.</param>
internal sealed record Goal(string Words, Func<double, double, bool> IsMet)
{
    /// <summary>How many at once the goals are said for.</summary>
    public const int AtOnce = 16;

    public static Goal Turns { get; } = new("at least 1/4", (floor, bot) => bot >= floor / 4);

    public static Goal Slowest { get; } = new("at most 10", (floor, bot) => bot <= floor * 10);

    public static Goal Cpu { get; } = new("at most 6", (floor, bot) => bot <= floor * 6);

    public static Goal ColdStart { get; } = new("at most 2", (floor, bot) => bot <= floor * 2);

    public static Goal Memory { get; } = new("at most 110", (_, bot) => bot <= 110);

    public static Goal Postgres { get; } = new("at least 1/2", (sqlite, postgres) => postgres >= sqlite / 2);
}
