using System.Diagnostics;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

/// <summary>Five people in one browser, who look at the approvals room in the Teams view.</summary>
internal sealed class Viewers : IAsyncDisposable
{
    private readonly Process _script;
    private readonly Task<string> _problems;

    private Viewers(Process script) => (_script, _problems) = (script, script.StandardError.ReadToEndAsync());

    public static async Task<Viewers> OpenAsync(Uri page, string folder) => new(await Node.StartAsync("approval-states.mjs", page.AbsoluteUri, folder));

    /// <summary>Waits until all of them read these words on the card of a request, and takes a picture of each one's card.</summary>
    /// <returns>What is wrong, as a list in JSON.</returns>
    public async Task<string> LookAsync(string state, string request, string words)
    {
        await _script.StandardInput.WriteLineAsync($"{state}\t{request}\t{words}");
        await _script.StandardInput.FlushAsync();
        return await _script.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await _problems);
    }

    public async ValueTask DisposeAsync()
    {
        _script.StandardInput.Close();
        await _script.WaitForExitAsync();
        _script.Dispose();
    }
}
