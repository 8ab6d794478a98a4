using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Crash;

/// <summary>The bot's processes, each of which may be killed at any moment and comes back.</summary>
internal sealed class Machines : IAsyncDisposable
{
    private const int MostStarts = 40;

    private readonly IReadOnlyDictionary<string, string?>[] _settings;
    private readonly BotProcess?[] _running;

    private Machines(IReadOnlyDictionary<string, string?>[] settings) => (_settings, _running) = (settings, new BotProcess?[settings.Length]);

    public int Count => _running.Length;

    public IReadOnlyList<Uri> Endpoints => [.. _settings.Select(one => new Uri(new Uri(one["Urls"]!), "/api/messages"))];

    /// <summary>The last words of each process.</summary>
    public string LastWords => string.Join("\n----\n", _running.OfType<BotProcess>().Select(bot => bot.Output.Length > 3000 ? bot.Output[^3000..] : bot.Output));

    public static async Task<Machines> StartAsync(params IReadOnlyDictionary<string, string?>[] settings)
    {
        var machines = new Machines(settings);
        await Task.WhenAll(Enumerable.Range(0, settings.Length).Select(machines.StartAsync));
        return machines;
    }

    public async Task KillAsync(int index)
    {
        await _running[index]!.DisposeAsync();
        _running[index] = null;
    }

    // A start that loses its database ends; whoever looks after processes starts it again.
    public async Task StartAsync(int index)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _running[index] = await BotProcess.StartAsync(_settings[index]);
                return;
            }
            catch (InvalidOperationException) when (attempt < MostStarts)
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _running.OfType<BotProcess>())
            await bot.DisposeAsync();
    }
}
