using System.Diagnostics;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Browser;

/// <summary>A script of tests/Browser that looks at a page step by step: each line that it is told it answers with a line.</summary>
internal sealed class BrowserScript : IAsyncDisposable
{
    private readonly Process _script;
    private readonly Task<string> _problems;

    private BrowserScript(Process script) => (_script, _problems) = (script, script.StandardError.ReadToEndAsync());

    /// <summary>Its screenshots stay in tests/Browser/out, for whoever wants to look.</summary>
    public static async Task<BrowserScript> OpenAsync(string script, Uri page) => new(await Node.StartAsync(script, page.AbsoluteUri, SourceFolder.Of("tests/Browser/out")));

    /// <summary>Tells it these words, and waits for what it answers.</summary>
    public async Task<string> AskAsync(params string[] words)
    {
        await _script.StandardInput.WriteLineAsync(string.Join('\t', words));
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
