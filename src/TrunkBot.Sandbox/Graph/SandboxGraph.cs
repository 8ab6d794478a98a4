using System.Collections.Concurrent;
using TrunkBot.Sandbox.Faults;

namespace TrunkBot.Sandbox.Graph;

/// <summary>Plays Microsoft Graph, as far as groups and teams go: who is in which, who owns which, and which permissions the bot was given.</summary>
public sealed class SandboxGraph
{
    internal const string Resource = "https://graph.microsoft.com";
    private readonly ConcurrentDictionary<Guid, SandboxGroup> groups = new();

    internal SandboxGraph()
    {
    }

    /// <summary>The application permissions that an administrator has given to the bot.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = ["GroupMember.Read.All", "User.Read.All"];

    /// <summary>How many entries a page has at most.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How the next calls go wrong.</summary>
    public FaultQueue Faults { get; } = new("*", "status", "latency");

    /// <summary>Every call.</summary>
    public SandboxLog<GraphCall> Calls { get; } = new();

    /// <summary>The group or team of this id, made when it is named first.</summary>
    /// <param name="id">Its object id.</param>
    public SandboxGroup Group(Guid id) => groups.GetOrAdd(id, _ => new SandboxGroup());

    internal SandboxGroup? Find(Guid id) => groups.GetValueOrDefault(id);

    /// <summary>Whether somebody is in a group, or in a group that is in it.</summary>
    internal bool IsIn(Guid group, string person, int depth = 0) =>
        depth < 20 && groups.TryGetValue(group, out var found)
        && (found.Members.ContainsKey(person) || found.Groups.Keys.Any(inner => IsIn(inner, person, depth + 1)));
}

/// <summary>A group or team; people are named by their object ids.</summary>
public sealed class SandboxGroup
{
    /// <summary>Who is in it.</summary>
    public ConcurrentDictionary<string, bool> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who owns it.</summary>
    public ConcurrentDictionary<string, bool> Owners { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which groups are in it.</summary>
    public ConcurrentDictionary<Guid, bool> Groups { get; } = new();

    /// <summary>Puts people in, by their keys.</summary>
    /// <param name="people">Such as <c>riya</c>.</param>
    public void Add(params string[] people) => Array.ForEach(people, person => Members[SandboxApp.Person(person).ObjectId] = true);

    /// <summary>Takes people out, as members and as owners.</summary>
    /// <param name="people">Their keys.</param>
    public void Remove(params string[] people) => Array.ForEach(people, person =>
    {
        Members.TryRemove(SandboxApp.Person(person).ObjectId, out _);
        Owners.TryRemove(SandboxApp.Person(person).ObjectId, out _);
    });

    /// <summary>Makes people owners; in a team an owner is a member too.</summary>
    /// <param name="people">Their keys.</param>
    public void Own(params string[] people) => Array.ForEach(people, person =>
        Owners[SandboxApp.Person(person).ObjectId] = Members[SandboxApp.Person(person).ObjectId] = true);
}

/// <summary>One call to Graph.</summary>
/// <param name="What">What was asked: <c>checkMemberGroups</c> or <c>owners</c>.</param>
/// <param name="Id">About whom or what.</param>
/// <param name="Status">The status answered.</param>
public sealed record GraphCall(string What, string Id, int Status);
