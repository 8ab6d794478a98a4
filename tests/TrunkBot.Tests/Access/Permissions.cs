namespace TrunkBot.Tests.Access;

/// <summary>
/// Who may do what, with whose request, and where. A person has one role: stranger, Requester, Approver, Admin, in this order; a dash is a
/// refusal that changes nothing. The last column is what somebody reads who may.
/// </summary>
internal static class Permissions
{
    public const string Table =
        """
        act                            | request | own  | else | where      | reads
        /help                          |         | yyyy | yyyy | anybody    | /trunk new
        /whoami                        |         | yyyy | yyyy | anybody    | role
        /cancel                        |         | yyyy | yyyy | anybody    | nothing to cancel
        /trunk new                     |         | -y-- | -y-- | everywhere | Submit
        /trunk list                    |         | -yyy | -yyy | everywhere | no trunks
        /trunk requests                |         | -yyy | -yyy | everywhere | Requests|no requests
        /trunk waiting                 |         | --yy | --yy | everywhere | Waiting for you|Nothing waits for you
        /trunk overview                |         | --yy | --yy | everywhere | Overview
        /trunk approvals here          |         | ---y | ---y | groups     | approvals room now
        /trunk audit {id}              | pending | --yy | --yy | everywhere | submitted
        /trunk show {id}               | pending | -yyy | --yy | everywhere | Waiting for
        /trunk approve {id} fine       | pending | ---- | --y- | everywhere | is approved|whiteheavycheckmark
        /trunk reject {id} not ours    | pending | ---- | --y- | everywhere | is rejected|whiteheavycheckmark
        /trunk delegate {id} mei fine  | pending | ---- | --y- | everywhere | You left
        /trunk push {id} line is down  | pending | ---- | ---y | everywhere | Nothing is pushed through yet
        /trunk edit {id}               | pending | -y-- | ---- | everywhere | Submit changes
        /trunk cancel {id}             | pending | -y-y | ---y | everywhere | is cancelled
        /trunk adopt {id} aB3dE6gH9jK2 | unknown | ---- | ---y | everywhere | has no trunk with that id
        /trunk resend {id}             | unknown | ---- | ---y | everywhere | is being sent again
        /trunk close {id}              | unknown | ---- | ---y | everywhere | closed without a trunk
        /trunk retry all               |         | ---y | ---y | everywhere | No request is on hold
        /trunk jobs                    |         | ---y | ---y | everywhere | No work is stuck|Stuck work
        /trunk status                  |         | ---y | ---y | everywhere | Everything works|needs a look|need a look
        say                            |         | yyyy | yyyy | anybody    | What would you like to do
        trunk.new                      |         | -y-- | -y-- | everywhere | Submit
        trunk.submit                   | draft   | -y-- | ---- | everywhere | Waiting for
        trunk.chat                     | draft   | -y-- | ---- | everywhere | Password (masked
        trunk.page                     | draft   | -y-- | ---- | personal   | 15 minutes
        trunk.use                      | draft   | -y-- | ---- | everywhere | Submit
        trunk.change                   | pending | -y-- | ---- | everywhere | Submit changes
        trunk.edit                     | pending | -y-- | ---- | everywhere | already asks for exactly this
        request.approve                | pending | ---- | --y- | everywhere | Approved
        request.reject                 | pending | ---- | --y- | everywhere | Rejected
        request.why                    | pending | ---- | --y- | everywhere | Why (the person
        request.push                   | pending | ---- | ---y | everywhere | Nothing is pushed through yet|it stays in the audit
        request.delegate               | pending | ---- | --y- | everywhere | Their sign-in name
        request.cancel                 | pending | -y-y | ---y | everywhere | Cancelled
        request.refresh                | pending | -yyy | --yy | everywhere | Waiting for
        request.view                   | pending | yyyy | yyyy | room       | Waiting for
        audit.page                     | pending | --yy | --yy | everywhere | submitted
        trunk.settle                   | unknown | ---- | ---y | everywhere | It is there|enter its id
        trunk.adopt                    | unknown | ---- | ---y | everywhere | Enter the trunk id
        trunk.resend                   | unknown | ---- | ---y | everywhere | Nothing is sent yet
        trunk.close                    | unknown | ---- | ---y | everywhere | closed the request
        trunk.retry                    |         | ---y | ---y | everywhere | No request is on hold
        jobs.retry                     |         | ---y | ---y | everywhere | No work is stuck|Trying again
        """;

    public static readonly string[] Roles = ["stranger", "requester", "approver", "admin"];

    public static readonly string[] Places = ["personal chat", "group chat", "approvals room", "another channel", "another tenant"];

    public static IReadOnlyList<Permission> All { get; } = [.. Table.Split('\n').Skip(1).Select(Read)];

    /// <summary>Every cell of the table, once for each place.</summary>
    public static IReadOnlyList<Cell> Cells { get; } =
    [
        .. from permission in All
           from own in new[] { true, false }
           from role in Roles
           from place in Places
           let index = Array.IndexOf(Roles, role)
           select new Cell(permission, own, role, place, permission.Allows(own, index, place), permission.Refusals(own, index, place)),
    ];

    private static Permission Read(string line)
    {
        var cells = line.Split('|', 6).Select(cell => cell.Trim()).ToArray();
        return new Permission(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5].Split('|'));
    }
}

/// <summary>One line of the table.</summary>
internal sealed record Permission(string Act, string Request, string Own, string Else, string Where, IReadOnlyList<string> Reads)
{
    public bool IsLine => Act.StartsWith('/');

    public bool Allows(bool own, int role, string place) => place switch
    {
        "another tenant" => false,
        "another channel" => Where == "anybody",
        not "approvals room" when Where == "room" => false,
        "personal chat" => Where != "groups" && Marks(own, role),
        _ => Where != "personal" && Marks(own, role),
    };

    /// <summary>
    /// What somebody reads who may not: all the words of one of these lines. They name the role that is missing and who grants it, or the rule that no
    /// role lifts and whose turn it is.
    /// </summary>
    public IReadOnlyList<string[]> Refusals(bool own, int role, string place) => place switch
    {
        "another tenant" => [],
        "another channel" => [["does not tell me who you are", "Talk to me in Microsoft Teams"]],
        not "approvals room" when Where == "room" => [["can't find that request"]],
        // The place is looked at before the request.
        "personal chat" when Where == "groups" && Marks(own, role) => [["channel or group chat"]],
        not "personal chat" when Where == "personal" && (Marks(own, role) || Marks(!own, role)) => [["personal chat"]],
        _ when Holders(own).Any() => [.. Holders(own).Select(Missing)],
        _ when own => [.. Holders(!own).Select(Missing), .. Holders(!own).Select(other => (string[])["You asked for this", other]),
            .. Holders(!own).Select(other => (string[])["You asked for this", other == "Admin" ? "another administrator" : "another approver"])],
        _ when Marks(!own, role) => [["isn't yours"], ["only the person who asked for it can change it"]],
        _ => [.. Holders(!own).Select(Missing)],
    };

    private static string[] Missing(string role) => ["You need the role", role, "Your administrators can give it to you", "/whoami"];

    private IEnumerable<string> Holders(bool own) =>
        Permissions.Roles.Where((_, index) => Marks(own, index)).Select(role => char.ToUpperInvariant(role[0]) + role[1..]);

    private bool Marks(bool own, int role) => (own ? Own : Else)[role] == 'y';
}

/// <summary>One person, one act, one place.</summary>
internal sealed record Cell(Permission Permission, bool Own, string Role, string Place, bool Allowed, IReadOnlyList<string[]> Refusals)
{
    public override string ToString() => $"{Permission.Act}, {(Own ? "their own" : "somebody else's")} {Permission.Request}, {Role}, {Place}";
}
