namespace TrunkBot.Trunks.Requests;

/// <summary>Where a request is in its life; see <see cref="TrunkRequest"/> for the ways between.</summary>
internal enum RequestState
{
    Draft,
    Pending,
    Approved,
    Provisioning,
    OutcomeUnknown,
    Created,
    Rejected,
    Cancelled,
    Expired,
    Failed,
}
