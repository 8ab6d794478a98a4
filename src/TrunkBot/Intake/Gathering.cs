using System.Globalization;
using TrunkBot.Intake.Forms;
using TrunkBot.Intake.Noticing;
using TrunkBot.Intake.Words;

namespace TrunkBot.Intake;

/// <summary>Collects what a paste says of each field, with the line, and decides what of it can stand.</summary>
internal sealed class Gathering(Addresses addresses)
{
    private static readonly HashSet<string> s_besideHost =
        ["port", "puerto", "porta", "tcp", "udp", "tls", "sip", "sips", "transport", "transporte", "and", "und", "y", "e", "with", "mit", "con", "via", "over", "uber", "using", "ポート", "पोर्ट"];

    private const int MostNotUnderstood = 8, LongestWord = 64, ShortestName = 3;

    private readonly Field _names = new(), _users = new(), _directions = new();
    private readonly HostField _hosts = new();
    private readonly NumberField _numbers = new();
    private readonly List<string> _odd = [];
    private bool _hasOwnUser;

    /// <summary>Whether it says more than a name: every program has one.</summary>
    public bool SaysTrunk => _hosts.Count + _users.Count + _directions.Count > 0 || !_numbers.IsEmpty || _names.Has(0);

    public void AddAll(IEnumerable<Pair> pairs)
    {
        foreach (var pair in pairs)
            Add(pair);
    }

    /// <summary>Pairs first; a sentence counts where somebody asks for a trunk in it.</summary>
    public void AddMail(MailSheet sheet, Subject subject)
    {
        var trunks = TrunkBlocks(sheet);
        foreach (var pair in sheet.Pairs)
        {
            if (!pair.IsSignature || pair.Pair.Kind is LabelKind.Host or LabelKind.User or LabelKind.TrunkName or LabelKind.Direction)
                Add(pair.Pair.Kind is LabelKind.Name && !trunks.Contains(pair.Block) ? pair.Pair with { Kind = LabelKind.None } : pair.Pair);
        }

        var reader = new SentenceFinds(addresses, subject);
        foreach (var line in sheet.Sentences.Where(line => !line.IsSignature))
            AddSentence(reader.In(line.Text));
    }

    /// <summary>A command's own words say which kind of trunk it creates.</summary>
    public void AddDirectionOfCommand(string command)
    {
        foreach (var (way, line) in CommandDirection.In(command))
            _directions.Add(way, line, 2);
    }

    /// <summary>Whether a mail is about a trunk at all: a bill and an invitation have names and numbers too.</summary>
    public bool IsBelievable(Subject subject)
    {
        if (subject.IsQuestion && !_hosts.Has(1) && _users.Count is 0)
            return false;
        if (!_hasOwnUser && _users.Count > 0 && _hosts.Count + _names.Count + _directions.Count is 0 && _numbers.IsEmpty)
            return false; // somebody has a user name, of whatever
        if (!subject.IsRequest && _hosts.Count + _users.Count + _names.Count is 0 && _numbers.IsEmpty && !_directions.Has(0))
            return false;
        var points = (_hosts.Has(1) ? 2 : _hosts.Count > 0 ? 1 : 0) + (_users.Count > 0 ? 1 : 0) + (_names.Has(0) ? 1 : 0)
            + (_directions.Count > 0 ? 1 : 0) + (_numbers.IsEmpty ? 0 : 1);
        return (subject.IsTelephony || points > 2) && points > 2 * subject.Elsewhere;
    }

    /// <summary>What stands; another gathering fills the fields that this one has nothing for.</summary>
    public Reading Finish(Gathering? other) => new()
    {
        Names = _names.Best(),
        Hosts = _hosts.Count > 0 || other is null ? _hosts.Best() : other._hosts.Best(),
        Directions = _directions.BestOr(other?._directions),
        Numbers = _numbers.Whole.BestOr(other?._numbers.Whole),
        LikelyNumbers = _numbers.Likely(),
        HasRange = _numbers.HasRange,
        Usernames = _users.BestOr(other?._users),
        NotUnderstood = [.. _odd.Concat(_numbers.NationalLines).Distinct().Take(MostNotUnderstood)],
    };

    private void AddSentence(SentenceFind find)
    {
        AddAll(find.Pairs.Select(pair => pair with { IsSaid = true }));
        foreach (var host in find.Hosts)
        {
            _hosts.Add(host, find.Line, find.IsAsked ? 2 : 3);
            if (host.User is { } user && !IsNumber(user))
                _users.Add(user, find.Line, 2);
        }

        foreach (var number in find.Numbers.Where(number => number.Length > 0))
            _numbers.Whole.Add(number, find.Line, 2);
        if (find.Numbers.Contains(""))
        {
            _numbers.HasRange = true;
            _odd.Add(Field.Short(find.Line));
        }

        foreach (var way in find.Directions)
            _directions.Add(way, find.Line, 2);
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
            LabelKind.Number => _numbers.Add(pair.Value, pair.Line),
            LabelKind.User => AddUser(pair),
            LabelKind.Login => pair.Line.Contains(SecretNotice.Stars, StringComparison.Ordinal) && AddUser(pair with { Value = pair.Value.Split(' ', ':', '/', ',')[0] }),
            LabelKind.Port => _hosts.AddPort(pair.Value, Word.In(pair.Label).Exists(word => word.Text is "sip" or "trunk" or "signalling" or "signaling")),
            LabelKind.Transport => _hosts.AddTransport(pair.Value),
            LabelKind.Country => (_numbers.Country = pair.Value).Length > 0,
            _ => false,
        };
        if (!isRead)
            _odd.Add(Field.Short(pair.Line));
    }

    private bool AddName(Pair cell)
    {
        var pair = cell with { Value = FirstCell(cell.Value) };
        if (Addresses.Read(pair.Value) is not null)
            return pair.Kind is LabelKind.TrunkName && AddHost(pair with { Kind = LabelKind.Proxy });
        if (pair.Value.Length is < ShortestName or > LongestWord || pair.Value[^1] is '(' or '{' or '[' || IsNothing(pair.Value))
            return false;
        _names.Add(pair.Value, pair.Line, pair.Kind is LabelKind.TrunkName ? 0 : 1);
        return true;
    }

    private bool AddHost(Pair pair)
    {
        IReadOnlyList<SipTarget> targets = [.. Addresses.AllInValue(pair.Value).Where(target => !target.Host.StartsWith("www.", StringComparison.Ordinal))];
        foreach (var target in targets)
        {
            _hosts.Add(targets.Count is 1 ? WithWhatIsBeside(target, pair.Value) : target, pair.Line, pair.Kind is LabelKind.Host ? 0 : 1);
            if (target.User is { } user && !IsNumber(user))
                _users.Add(user, pair.Line, 1);
            else if (target.User is ['+', ..] number && PhoneFinder.International(number) is [{ E164.Length: > 0 } found])
                _numbers.Whole.Add(found.E164, pair.Line, 1);
        }

        return targets.Count > 0;
    }

    // "sip.a.com (port 5061, TLS)"
    private static SipTarget WithWhatIsBeside(SipTarget target, string value)
    {
        if (target.Port is not null || !IsOnlyPortAndTransport(target, value))
            return target;
        var beside = SentenceFinds.BesideHost(value, Word.In(value)).ToList();
        var port = beside.Find(pair => pair.Kind is LabelKind.Port)?.Value;
        var transport = beside.Find(pair => pair.Kind is LabelKind.Transport)?.Value;
        return target with
        {
            Port = int.TryParse(port, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : null,
            Transport = target.Transport ?? (transport is null ? null : SipTarget.KnownTransport(transport)),
        };
    }

    // A port of the media or of a portal is none of the host's.
    private static bool IsOnlyPortAndTransport(SipTarget target, string value) =>
        value.IndexOf(target.Host, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && Word.In(value.Remove(at, target.Host.Length)).TrueForAll(word => s_besideHost.Contains(word.Text) || word.Text.All(char.IsAsciiDigit));

    private bool AddDirection(Pair pair)
    {
        var ways = DirectionWords.OfValue(pair.Value);
        foreach (var way in ways)
            _directions.Add(way, pair.Line, 0);
        return ways.Count > 0;
    }

    private bool AddUser(Pair pair)
    {
        var user = FirstCell(pair.Value).Split(' ')[0].TrimEnd(',', ';').Trim('【', '】', '「', '」', '"', '\'');
        if (Addresses.Read(user) is { IsSip: true, User: { } inside })
            user = inside;
        if (user.Length is 0 or > LongestWord || IsNothing(user) || (pair.Value.Contains(' ', StringComparison.Ordinal) && Word.In(pair.Value).Count > 3))
            return false;
        _users.Add(user, pair.Line, 0);
        _hasOwnUser |= !pair.IsSaid;
        return true;
    }

    // A name counts where the lines around it speak of a trunk and not of a person.
    private static HashSet<int> TrunkBlocks(MailSheet sheet) =>
        [.. sheet.Pairs.GroupBy(pair => pair.Block)
            .Where(block => block.Any(pair => pair.Pair.Kind is LabelKind.User or LabelKind.Direction or LabelKind.Port || (pair.Pair.Kind is LabelKind.Host && Addresses.InValue(pair.Pair.Value) is not null))
                && !block.Any(pair => pair.Pair.Kind is LabelKind.Phone))
            .Select(block => block.Key)];

    // In a table of labels the third cell is a remark.
    private static string FirstCell(string value) => value.IndexOf('\t') is var tab and > 0 ? value[..tab].TrimEnd() : value;

    private static bool IsNothing(string value) => Placeholder.Is(value) || value.Contains(SecretNotice.Stars, StringComparison.Ordinal);

    private static bool IsNumber(string user) => user is ['+', ..] or [>= '0' and <= '9', ..];
}
