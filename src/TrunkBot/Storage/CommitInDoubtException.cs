namespace TrunkBot.Storage;

/// <summary>
/// The database was lost while it saved: all of it was saved or none, and nobody knows which. It is no lost race and it is not repeated.
/// Whoever asked asks again later and finds out: a turn by its mark, a job by its version.
/// </summary>
internal sealed class CommitInDoubtException(Exception lost) : Exception("The database was lost while it saved a change, which it may or may not have done.", lost);
