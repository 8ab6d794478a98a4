using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Access;
using TrunkBot.Approvals.Deciding;
using TrunkBot.Approvals;
using TrunkBot.Chat;
using TrunkBot.Policies;
using TrunkBot.Sandbox;
using TrunkBot.Sandbox.Faults;
using TrunkBot.Tests.Shape;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Tests.Access;

/// <summary>Every command and every button, by everybody, with everybody's requests, everywhere: the whole of <see cref="Permissions.Table"/>.</summary>
public sealed class PermissionMatrixTests : IAsyncLifetime
{
    private const string AnotherTenant = "90000000-0000-4000-8000-00000000dead";

    private static readonly string[] s_buttons =
    [
        "/trunk edit {id}", "request.approve", "request.reject", "request.delegate", "request.push", "request.cancel", "request.refresh", "trunk.settle",
    ];

    private readonly string[] _request = new string[Permissions.Cells.Count];
    private Company _world = null!;

    [Fact]
    public void The_table_has_a_line_for_every_command_and_every_button()
    {
        var acts = _world.Bot.Services.GetServices<CommandEntry>().Select(command => $"/{command.Spec.Words}")
            .Concat(_world.Bot.Services.GetServices<CardActionEntry>().Select(action => action.Verb));
        Listed.Same(acts, Permissions.All.Select(Called), "the table of tests/TrunkBot.Tests/Access/Permissions.cs");
    }

    [Fact]
    public async Task Everybody_may_do_what_the_table_says_and_nothing_else()
    {
        await PrepareAsync();
        await _world.RestartAsync([.. Roles(everybodyAsks: false)]);
        var wrong = new List<string>();
        for (var index = 0; index < Permissions.Cells.Count; index++)
            await JudgeAsync(index, wrong);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync(new CompanyOptions
    {
        Settings = new(Roles(everybodyAsks: true).ToDictionary(role => role.Key, role => role.Value))
        {
            ["Access:IdentityFromChannel:0"] = "msteams",
            ["Access:IdentityFromChannel:1"] = "msteams",
        },
    });

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static string Called(Permission permission) => permission.IsLine
        ? string.Join(' ', permission.Act.Split(' ').Take(permission.Act.StartsWith("/trunk", StringComparison.Ordinal) ? 2 : 1))
        : permission.Act;

    // To begin with everybody may ask, so that everybody has something of their own; then each has one role.
    private static IEnumerable<(string Key, string? Value)> Roles(bool everybodyAsks)
    {
        for (var index = 0; index < Permissions.Cells.Count; index++)
        {
            var (actor, asker) = (Actor(index), Asker(index));
            foreach (var role in Permissions.Roles.Skip(1))
            {
                var has = Permissions.Cells[index].Role == role || everybodyAsks && role == "requester";
                yield return (Key(role, index), $"user:{SandboxApp.Person(has ? actor : "stranger-9999").ObjectId}");
            }

            if (asker != actor)
                yield return (Key("requester", index + 2000), $"user:{SandboxApp.Person(asker).ObjectId}");
        }
    }

    private static string Key(string role, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"Access:Roles:{char.ToUpperInvariant(role[0])}{role[1..]}:{index + 10}");

    private static string Actor(int index) => string.Create(CultureInfo.InvariantCulture, $"{Permissions.Cells[index].Role}-{index + 1}");

    private static string Asker(int index) =>
        Permissions.Cells[index].Own ? Actor(index) : string.Create(CultureInfo.InvariantCulture, $"requester-{index + 5001}");

    private async Task PrepareAsync()
    {
        _world.Sandbox.Channel.Sent.Most = 100_000;
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
        for (var index = 0; index < Permissions.Cells.Count; index++)
        {
            if (Permissions.Cells[index].Permission.Request is { Length: > 0 } state)
                _request[index] = await AskAsync(new Talker(_world.Sandbox, Asker(index)), index, state);
        }
    }

    private async Task<string> AskAsync(Talker asker, int index, string state)
    {
        var form = (await asker.SaysAsync("/trunk new")).Sent[^1];
        var id = Cards.Actions(form.Card!.Value).First().GetProperty("data").GetProperty("requestId").GetString()!;
        if (state == "draft")
            return id;
        await asker.ClicksAsync(form, "Submit", "personal", Fields(index));
        if (state == "unknown")
        {
            _world.Sandbox.VideoSdk.Faults.Add(new Fault { Kind = "drop-after" });
            await _world.Omar.SaysAsync($"/trunk approve {id}");
            await _world.RunDueJobsAsync();
        }

        return id;
    }

    private static (string Id, string Value)[] Fields(int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"matrix{index}");
        return
        [
            ("name", name), ("domain", $"{name}.pstn.twilio.com"), ("direction", "outbound"),
            ("numbers", string.Create(CultureInfo.InvariantCulture, $"+1415{2_000_000 + index}")), ("username", name), ("password", Sample.Password),
        ];
    }

    private async Task JudgeAsync(int index, List<string> wrong)
    {
        var cell = Permissions.Cells[index];
        var before = await StateAsync(index);
        await CompareRightsAsync(index, cell, wrong);
        await CompareButtonsAsync(index, cell, wrong);
        var (status, text) = await ActAsync(index, cell);
        var may = status == 200 && cell.Permission.Reads.Any(word => text.Contains(word, StringComparison.Ordinal));
        if (may != cell.Allowed)
            wrong.Add($"{cell}: should {(cell.Allowed ? "" : "not ")}be allowed, but the answer is {status} {text}");
        if (!cell.Allowed && await StateAsync(index) != before)
            wrong.Add($"{cell}: was refused, and changed {_request[index]} from {before} to {await StateAsync(index)}");
        if (!cell.Allowed && status == 200 && !cell.Refusals.Any(words => words.All(word => text.Contains(word, StringComparison.Ordinal))))
            wrong.Add($"{cell}: the refusal does not say why, and whose turn it is: {text}");
        if (cell.Place == "another tenant" && (status != 403 || text.Length > 0))
            wrong.Add($"{cell}: another tenant learns something: {status} {text}");
    }

    // The table knows nothing of the rights, and the rights nothing of the table.
    private async Task CompareRightsAsync(int index, Cell cell, List<string> wrong)
    {
        if (cell.Place is "another channel" or "another tenant" || RequestId.Parse(_request[index]) is not { } id || RightOf(cell.Permission.Act) is not { } act)
            return;
        var actor = SandboxApp.Person(Actor(index));
        var roles = cell.Role == "stranger" ? RoleSet.None : RoleSet.Of(Enum.Parse<Role>(cell.Role, ignoreCase: true));
        var right = await _world.StoredAsync(async db =>
        {
            var (subject, number) = (id.ToString(), id.Number);
            var request = await db.Requests.AsNoTracking().SingleAsync(request => request.Number == number);
            var person = new Person(request.TenantId, actor.ObjectId, actor.Name);
            var approval = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(approval => approval.SubjectId == subject);
            var decision = ApprovalRights.Of(approval, Verdict.OneApprover, person, roles, _world.Clock.GetUtcNow());
            return act(RequestRights.Of(request, person, roles) with { Decision = decision });
        });
        if (right.IsGiven != cell.Allowed)
            wrong.Add($"{cell}: should {(cell.Allowed ? "" : "not ")}be allowed, but the right is {right}");
    }

    // Every act that would be taken has its button on the card, and none that would be refused.
    private async Task CompareButtonsAsync(int index, Cell cell, List<string> wrong)
    {
        if (cell is not { Place: "personal chat", Permission.Act: "/trunk show {id}" or "trunk.settle" })
            return;
        var heard = await new Talker(_world.Sandbox, Actor(index)).SaysAsync($"/trunk show {_request[index]}");
        var shown = heard.Sent.Where(sent => sent.Card is not null).SelectMany(sent => Cards.Actions(sent.Card!.Value)).Select(button => ActOf(button, _request[index])).Order().ToList();
        var taken = Permissions.All.Where(row => row.Request == cell.Permission.Request && row.Allows(cell.Own, Array.IndexOf(Permissions.Roles, cell.Role), cell.Place))
            .Select(row => row.Act).Intersect(s_buttons)
            .Concat(cell.Permission.Request == "unknown" && shown.Count > 0 ? ["request.refresh"] : []).Order().ToList();
        if (!shown.SequenceEqual(taken))
            wrong.Add($"{cell}: the buttons are {string.Join(", ", shown)}, but what would be taken is {string.Join(", ", taken)}");
    }

    private static string ActOf(JsonElement button, string id)
    {
        var data = button.GetProperty("data");
        return data.TryGetProperty("line", out var line) ? $"/{line.GetString()!.Replace(id, "{id}", StringComparison.Ordinal)}" : data.GetProperty("verb").GetString()!;
    }

    private static Func<RequestRights, Right>? RightOf(string act) => act.Split(' ') switch
    {
        ["/trunk", "show", ..] or ["request.refresh"] => rights => rights.See,
        ["/trunk", "edit", ..] or ["trunk.edit" or "trunk.change"] => rights => rights.Edit,
        ["/trunk", "cancel", ..] or ["request.cancel"] => rights => rights.Cancel,
        ["/trunk", "approve", ..] or ["request.approve"] => rights => rights.Decision.Approve,
        ["/trunk", "reject", ..] or ["request.reject" or "request.why"] => rights => rights.Decision.Reject,
        ["/trunk", "delegate", ..] or ["request.delegate"] => rights => rights.Decision.Delegate,
        ["/trunk", "push", ..] or ["request.push"] => rights => rights.Decision.Push,
        ["/trunk", "adopt" or "resend" or "close", ..] or ["trunk.settle" or "trunk.adopt" or "trunk.resend" or "trunk.close"] => rights => rights.Settle,
        _ => null,
    };

    private async Task<(int Status, string Text)> ActAsync(int index, Cell cell)
    {
        var (where, channel) = cell.Place switch
        {
            "group chat" => ("group", null),
            "approvals room" => ("teams-room", null),
            "another channel" => ("personal", "webchat"),
            _ => ("personal", "msteams"),
        };
        var talker = new Talker(_world.Sandbox, Actor(index), channel ?? "msteams");
        var before = _world.Sandbox.Channel.Sent.Count;
        var delivery = await _world.Sandbox.Channel.DeliverAsync(Actor(index), where, Activity(index, cell), channel, activity => Move(activity, cell.Place));
        var heard = new Heard(delivery, talker.SentSince(before, where));
        return (delivery.Status, delivery.Status == 200 ? heard.Text + string.Concat(_world.Sandbox.Channel.Reactions.Where(one => one.ActivityId == delivery.ActivityId).Select(one => one.Reaction)) : string.Concat(heard.Sent.Select(one => one.Text)));
    }

    private JsonObject Activity(int index, Cell cell)
    {
        if (cell.Permission.IsLine)
            return new JsonObject { ["type"] = "message", ["text"] = cell.Permission.Act.Replace("{id}", _request[index], StringComparison.Ordinal), ["textFormat"] = "plain" };
        var data = new JsonObject { ["verb"] = cell.Permission.Act };
        if (_request[index] is { } id)
            data["requestId"] = id;
        foreach (var (field, value) in Fields(index))
            data[field] = value;
        if (cell.Permission.Act == "request.reject")
            data["comment"] = "not ours";
        if (cell.Permission.Act == "trunk.use")
            (data["field"], data["value"]) = ("name", "another name");
        return cell.Place == "another channel" ? Talker.Submit(data) : Talker.Invoke(data, null);
    }

    private static void Move(JsonObject activity, string place)
    {
        if (place != "another tenant")
            return;
        activity["conversation"]!["tenantId"] = AnotherTenant;
        activity["channelData"]!["tenant"]!["id"] = AnotherTenant;
    }

    private async Task<RequestState?> StateAsync(int index)
    {
        if (RequestId.Parse(_request[index]) is not { Number: var number })
            return null;
        return await _world.StoredAsync(db => db.Requests.AsNoTracking().Where(request => request.Number == number).Select(request => request.State).SingleAsync());
    }
}
