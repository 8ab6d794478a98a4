using TrunkBot.Intake.Forms;
using TrunkBot.Intake.Noticing;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake;

/// <summary>Collects what a paste says of each field, with the line, and decides what of it can stand.</summary>
internal sealed class Gathering(Addresses addresses)
{
    private const int LongestLine = 160, MostNotUnderstood = 8, LongestUser = 64, ShortestName = 3;

    private readonly List<(SipTarget Target, string Line, int Rank)> _hosts = [];
    private readonly List<(string Name, string Line, int Rank)> _names = [];
    private readonly List<(string User, string Line, int Rank)> _users = [];
    private readonly List<(string Way, string Line, int Rank)> _directions = [];
    private readonly List<(string Number, string Line, int Rank)> _numbers = [];
    private readonly List<Candidate> _likely = [];
    private readonly List<(string Number, string Line)> _national = [];
    private readonly List<string> _odd = [];
    private readonly HashSet<int> _ports = [];
    private readonly HashSet<string> _transports = [];
    private string? _country;

    public bool HasField => _hosts.Count + _names.Count + _users.Count + _directions.Count + _numbers.Count + _national.Count > 0;

    public void AddAll(IEnumerable<Pair> pairs)
    {
        foreach (var pair in pairs)
            Add(pair);
    }

    /// <summary>Pairs first; a sentence counts where somebody asks for a trunk in it.</summary>
    public void AddMail(MailSheet sheet, Subject subject)
    {
        var contacts = Contacts(sheet);
        foreach (var pair in sheet.Pairs)
        {
            if (!pair.IsSignature || pair.Pair.Kind is LabelKind.Host or LabelKind.User or LabelKind.TrunkName or LabelKind.Direction)
                Add(pair.Pair.Kind is LabelKind.Name && !contacts.Contains(pair.Block) ? pair.Pair with { Kind = LabelKind.None } : pair.Pair);
        }

        var reader = new SentenceFinds(addresses, subject);
        foreach (var line in sheet.Sentences.Where(line => !line.IsSignature))
            AddSentence(reader.In(line.Text));
    }

    /// <summary>A command's own words say which kind of trunk it creates.</summary>
    public void AddDirectionOfCommand(string command)
    {
        foreach (var line in command.Split('\n').Take(40).Where(line => line.Length < 400 && !line.Contains('{', StringComparison.Ordinal)))
        {
            var words = Word.In(OfCommand(line));
            for (var i = 0; i + 1 < words.Count; i++)
            {
                if (words[i].Text is DirectionWords.Inbound or DirectionWords.Outbound && words[i + 1].Text is "trunk" or "trunks" or "create")
                    _directions.Add((words[i].Text, Short(line), 2));
            }
        }
    }

    /// <summary>Whether a mail is about a trunk at all: a bill and an invitation have names and numbers too.</summary>
    public bool IsBelievable(Subject subject)
    {
        if (subject.IsQuestion && _hosts.TrueForAll(host => host.Rank > 1) && _users.Count is 0)
            return false;
        var points = (_hosts.Exists(host => host.Rank <= 1) ? 2 : _hosts.Count > 0 ? 1 : 0) + (_users.Count > 0 ? 1 : 0) + (_names.Exists(name => name.Rank is 0) ? 1 : 0)
            + (_directions.Count > 0 ? 1 : 0) + (_numbers.Count + _national.Count > 0 ? 1 : 0);
        if (!subject.IsTelephony && points < 3)
            return false;
        return points - (2 * subject.Elsewhere) > 0;
    }

    /// <summary>What stands; another gathering fills the fields that this one has nothing for.</summary>
    public Reading Finish(Gathering? other)
    {
        Nationals();
        return new Reading
        {
            Names = Best(_names, name => name),
            Hosts = Hosts() is { Count: > 0 } hosts ? hosts : other?.Hosts() ?? [],
            Directions = Or(Best(_directions, way => way), other?._directions),
            Numbers = Or(Best(_numbers, number => number), other?._numbers),
            LikelyNumbers = [.. _likely.DistinctBy(likely => likely.Value)],
            Usernames = Or(Users(), other?._users),
            NotUnderstood = [.. _odd.Distinct().Take(MostNotUnderstood)],
        };
    }

    // Addresses, and what stands before the first option: a name that is given is no word of the command.
    private static string OfCommand(string line) =>
        string.Join(' ', line.Split(' ').TakeWhile(word => word is not ['-', ..] and not ['"', ..]).Concat(line.Split(' ').Where(word => word.Contains("://", StringComparison.Ordinal))));

    private void AddSentence(SentenceFind find)
    {
        AddAll(find.Pairs);
        _hosts.AddRange(find.Hosts.Select(host => (host, Short(find.Line), find.IsAsked ? 2 : 3)));
        _users.AddRange(find.Hosts.Where(host => host.User is { } user && !IsNumber(user)).Select(host => (host.User!, Short(find.Line), 2)));
        _numbers.AddRange(find.Numbers.Select(number => (number, Short(find.Line), 2)));
        _directions.AddRange(find.Directions.Select(way => (way, Short(find.Line), 2)));
    }

    private void Add(Pair pair)
    {
        if (pair.Value.Length is 0 || pair.Value is SecretNotice.Stars || pair.Kind is LabelKind.Mail or LabelKind.Secret)
            return;
        var isRead = pair.Kind switch
        {
            LabelKind.TrunkName or LabelKind.Name => AddName(pair),
            LabelKind.Host or LabelKind.Proxy => AddHost(pair),
            LabelKind.Direction => AddDirection(pair),
            LabelKind.Number => AddNumber(pair),
            LabelKind.User => AddUser(pair),
            LabelKind.Port => int.TryParse(pair.Value.Split(' ', '/', ',')[0], out var port) && port is > 0 and < 65536 && !pair.Value.Any(c => c is ',' or '/') && (_ports.Add(port) || true),
            LabelKind.Transport => SipTarget.KnownTransport(pair.Value) is { } transport && (_transports.Add(transport) || true),
            LabelKind.Country => (_country = pair.Value) is not null,
            _ => false,
        };
        if (!isRead)
            _odd.Add(Short(pair.Line));
    }

    private bool AddName(Pair pair)
    {
        var name = pair.Value;
        if (name.Length is < ShortestName or > LongestUser || Addresses.Read(name) is not null || name.Contains(SecretNotice.Stars, StringComparison.Ordinal) || Placeholder.Is(name))
            return false;
        _names.Add((name, Short(pair.Line), pair.Kind is LabelKind.TrunkName ? 0 : 1));
        return true;
    }

    private bool AddHost(Pair pair)
    {
        IReadOnlyList<SipTarget> targets = [.. Addresses.AllInValue(pair.Value).Where(target => !target.Host.StartsWith("www.", StringComparison.Ordinal))];
        foreach (var target in targets)
        {
            _hosts.Add((target, Short(pair.Line), pair.Kind is LabelKind.Host ? 0 : 1));
            if (target.User is { } user && !IsNumber(user))
                _users.Add((user, Short(pair.Line), 1));
            else if (target.User is ['+', ..] number && PhoneFinder.International(number) is [{ E164.Length: > 0 } found])
                _numbers.Add((found.E164, Short(pair.Line), 1));
        }

        return targets.Count > 0;
    }

    private bool AddDirection(Pair pair)
    {
        var ways = DirectionWords.OfValue(pair.Value);
        _directions.AddRange(ways.Select(way => (way, Short(pair.Line), 0)));
        return ways.Count > 0;
    }

    private bool AddNumber(Pair pair)
    {
        var found = PhoneFinder.International(pair.Value);
        _numbers.AddRange(found.Where(number => number.E164.Length > 0).Select(number => (number.E164, Short(pair.Line), 0)));
        if (found.Count > 0)
            return found.All(number => number.E164.Length > 0);
        if (PhoneFinder.WithZeros(pair.Value) is { } dialled)
            _numbers.Add((dialled, Short(pair.Line), 0));
        else if (PhoneFinder.LooksLikeOne(pair.Value))
            _national.Add((pair.Value, Short(pair.Line)));
        else
            return false;
        return true;
    }

    private bool AddUser(Pair pair)
    {
        var user = pair.Value.Split(' ')[0].TrimEnd(',', ';');
        if (Addresses.Read(user) is { IsSip: true, User: { } inside })
            user = inside;
        if (user.Length is 0 or > LongestUser || Placeholder.Is(user) || user.Contains(SecretNotice.Stars, StringComparison.Ordinal) || (pair.Value.Contains(' ', StringComparison.Ordinal) && Word.In(pair.Value).Count > 3))
            return false;
        _users.Add((user, Short(pair.Line), 0));
        return true;
    }

    private IReadOnlyList<Candidate> Hosts()
    {
        if (_hosts.Count is 0)
            return [];
        var rank = _hosts.Min(host => host.Rank);
        var best = _hosts.Where(host => host.Rank == rank).GroupBy(host => host.Target.Host)
            .SelectMany(same => same.Any(host => host.Target.Port is not null || host.Target.Transport is not null) ? same.Where(host => host.Target.Port is not null || host.Target.Transport is not null) : same);
        int? port = _ports.Count is 1 ? _ports.First() : null;
        var transport = _transports.Count is 1 ? _transports.First() : null;
        return [.. best.Select(host => new Candidate((host.Target with { Port = host.Target.Port ?? port, Transport = host.Target.Transport ?? transport }).Value, host.Line)).DistinctBy(host => host.Value)];
    }

    private IReadOnlyList<Candidate> Users() => Best(_users, user => user);

    private void Nationals()
    {
        foreach (var (number, line) in _national)
        {
            _odd.Add(line);
            if (_country is not null && Countries.Region(_country) is { } region)
                _likely.AddRange(PhoneFinder.National(number, region).Select(reading => new Candidate(reading, line)));
        }
    }

    // A name counts where the lines around it speak of a trunk and not of a person.
    private static HashSet<int> Contacts(MailSheet sheet) =>
        [.. sheet.Pairs.GroupBy(pair => pair.Block)
            .Where(block => block.Any(pair => pair.Pair.Kind is LabelKind.User or LabelKind.Direction or LabelKind.Port || (pair.Pair.Kind is LabelKind.Host && Addresses.InValue(pair.Pair.Value) is not null))
                && !block.Any(pair => pair.Pair.Kind is LabelKind.Phone))
            .Select(block => block.Key)];

    private static IReadOnlyList<Candidate> Or(IReadOnlyList<Candidate> mine, List<(string, string, int)>? other) =>
        mine.Count > 0 || other is null ? mine : Best(other, value => value);

    private static IReadOnlyList<Candidate> Best(List<(string Value, string Line, int Rank)> found, Func<string, string> same)
    {
        if (found.Count is 0)
            return [];
        var rank = found.Min(one => one.Rank);
        return [.. found.Where(one => one.Rank == rank).DistinctBy(one => same(one.Value)).Select(one => new Candidate(one.Value, one.Line))];
    }

    private static bool IsNumber(string user) => user is ['+', ..] or [>= '0' and <= '9', ..];

    private static string Short(string line) => line.Trim() is var whole && whole.Length <= LongestLine ? whole : $"{whole[..LongestLine]}…";
}
