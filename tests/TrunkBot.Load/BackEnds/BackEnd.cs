namespace TrunkBot.Load.BackEnds;

/// <summary>The back ends there are.</summary>
internal static class BackEnd
{
    private static readonly IBackEnd[] s_all = [new OnSqlite(), new OnPostgres()];

    /// <param name="name"><c>sqlite</c>, <c>postgres</c>, or <c>both</c>.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static IReadOnlyList<IBackEnd> Named(string name) => name == "both"
        ? s_all
        : s_all.Where(backEnd => backEnd.Key == name).ToList() is { Count: > 0 } found ? found : throw new InvalidOperationException(
            $"There is no back end '{name}'. Say sqlite, postgres or both.");
}
