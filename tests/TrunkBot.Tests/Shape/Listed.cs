namespace TrunkBot.Tests.Shape;

/// <summary>What is written against what is listed: says what is missing, and where it belongs.</summary>
internal static class Listed
{
    public static void Same(IEnumerable<string> written, IEnumerable<string> listed, string where)
    {
        List<string> all = [.. written.Order(StringComparer.Ordinal)], there = [.. listed.Order(StringComparer.Ordinal)];
        var (missing, tooMuch) = (all.Except(there).ToList(), there.Except(all).ToList());
        Assert.True(missing.Count == 0, $"Missing in {where}: {string.Join(", ", missing)}");
        Assert.True(tooMuch.Count == 0, $"No longer there, but still in {where}: {string.Join(", ", tooMuch)}");
        Assert.Equal(all, there);
    }
}
