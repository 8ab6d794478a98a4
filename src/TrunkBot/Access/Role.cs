namespace TrunkBot.Access;

/// <summary>What a person may do at all. Nobody has a role by default, and none contains another.</summary>
internal enum Role
{
    /// <summary>Asks for trunks and sees their own.</summary>
    Requester,

    /// <summary>Decides, and sees the tenant's requests.</summary>
    Approver,

    /// <summary>Sets the approvals room and settles unknown outcomes.</summary>
    Admin,
}
