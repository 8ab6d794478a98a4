using System.Globalization;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake;

/// <summary>Hosts, and the port and the transport that are named beside them.</summary>
internal sealed class HostField
{
    private readonly List<(SipTarget Target, string Line, int Rank)> _found = [];
    private readonly HashSet<(int Port, bool IsSip)> _ports = [];
    private readonly HashSet<string> _transports = [];

    public int Count => _found.Count;

    public bool Has(int rank) => _found.Exists(one => one.Rank <= rank);

    public void Add(SipTarget target, string line, int rank) => _found.Add((target, Field.Short(line), rank));

    /// <summary>Takes a port of its own line; false where there are several or none.</summary>
    /// <param name="value">As it stands there.</param>
    /// <param name="isSip">Whether the label says that it is SIP's: a program has a port of its own too.</param>
    public bool AddPort(string value, bool isSip)
    {
        if (value.Any(c => c is ',' or '/') || !int.TryParse(value.Split(' ')[0], CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
            return false;
        _ports.Add((port, isSip));
        return true;
    }

    public bool AddTransport(string value)
    {
        if (SipTarget.KnownTransport(value) is not { } transport)
            return false;
        _transports.Add(transport);
        return true;
    }

    public IReadOnlyList<Candidate> Best()
    {
        if (_found.Count is 0)
            return [];
        var rank = _found.Min(one => one.Rank);
        var best = _found.Where(one => one.Rank == rank).GroupBy(one => one.Target.Host).SelectMany(MostSaid);
        var isOwn = _ports.Any(one => one.IsSip);
        int? port = _ports.Where(one => one.IsSip == isOwn).Take(2).ToList() is [var only] ? only.Port : null;
        var transport = _transports.Count is 1 ? _transports.First() : null;
        return [.. best.Select(one => new Candidate((one.Target with { Port = one.Target.Port ?? port, Transport = one.Target.Transport ?? transport }).Value, one.Line)).DistinctBy(one => one.Value)];
    }

    // A host that stands twice, once with its port: the one with more said of it.
    private static IEnumerable<(SipTarget Target, string Line, int Rank)> MostSaid(IEnumerable<(SipTarget Target, string Line, int Rank)> same)
    {
        List<(SipTarget Target, string Line, int Rank)> exact = [.. same.Where(one => one.Target.Port is not null || one.Target.Transport is not null)];
        return exact.Count > 0 ? exact : same;
    }
}
