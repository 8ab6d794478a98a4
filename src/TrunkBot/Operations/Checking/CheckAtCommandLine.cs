namespace TrunkBot.Operations.Checking;

/// <summary>The second half of <c>TrunkBot --check</c>: what can be seen from here of the app registration and of all that TrunkBot stands on.</summary>
internal static class CheckAtCommandLine
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <returns>The exit code: 1 where something is not good. What cannot be seen from here is no failure.</returns>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        using var late = new CancellationTokenSource(s_longest);
        var checks = services.GetServices<IOutsideCheck>().Select(check => check.RunAsync(late.Token)).ToArray();
        var code = 0;
        foreach (var check in checks)
        {
            foreach (var result in await check)
            {
                await Console.Out.WriteLineAsync(CheckTexts.Line(result));
                code = result is NotGood ? 1 : code;
            }
        }

        return code;
    }
}
