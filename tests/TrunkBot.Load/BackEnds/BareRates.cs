using TrunkBot.Load.Report;

namespace TrunkBot.Load.BackEnds;

/// <summary>How many turns' rows a second each back end takes from a loop over its driver.</summary>
internal sealed class BareRates : IDisposable
{
    private readonly List<(IBackEnd BackEnd, BareInsert Loop)> _loops = [];
    private readonly Dictionary<(string BackEnd, int AtOnce), List<double>> _rounds = [];

    public async Task AddAsync(IBackEnd backEnd, BareInsert loop)
    {
        await loop.PrepareAsync();
        _loops.Add((backEnd, loop));
    }

    /// <summary>One round on every back end.</summary>
    public async Task MeasureAsync(int atOnce, TimeSpan time)
    {
        foreach (var (backEnd, loop) in _loops)
        {
            if (!_rounds.TryGetValue((backEnd.Key, atOnce), out var rounds))
                _rounds.Add((backEnd.Key, atOnce), rounds = []);
            rounds.Add(await loop.RateAsync(atOnce, time));
        }
    }

    public double Median(IBackEnd backEnd, int atOnce) => Medians.Of(_rounds[(backEnd.Key, atOnce)]);

    public void Dispose() => _loops.ForEach(loop => loop.Loop.Dispose());
}
