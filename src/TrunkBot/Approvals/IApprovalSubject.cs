namespace TrunkBot.Approvals;

/// <summary>Whoever asks for approvals. Called inside the deciding transaction.</summary>
internal interface IApprovalSubject
{
    /// <summary>True for a subject id of this kind.</summary>
    bool Owns(string subjectId);

    Task GrantedAsync(Approval approval, CancellationToken ct);

    Task RejectedAsync(Approval approval, CancellationToken ct);

    Task ExpiredAsync(Approval approval, CancellationToken ct);

    Task WithdrawnAsync(Approval approval, CancellationToken ct);
}
