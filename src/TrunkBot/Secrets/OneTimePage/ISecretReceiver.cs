using TrunkBot.Languages;
using TrunkBot.Secrets.Passwords;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>Whoever sent somebody to the one-time page. Called inside the transaction that uses the link up.</summary>
internal interface ISecretReceiver
{
    /// <summary>What the page asks for; null when the request takes no secret any more, or is not this person's.</summary>
    Task<WantedSecret?> FindAsync(OneTimeLink link, CancellationToken ct);

    /// <summary>Judges the secret and keeps it, unless a flaw rules it out: then nothing is changed.</summary>
    Task<IReadOnlyList<PasswordFlaw>> TakeAsync(OneTimeLink link, Secret secret, CancellationToken ct);
}

/// <summary>What a one-time page asks for.</summary>
/// <param name="Title">What the secret belongs to, in a few words; typed by a person.</param>
/// <param name="Length">How long a generated one is to be.</param>
/// <param name="WithSign">Whether a generated one must have a sign in it.</param>
/// <param name="Zone">The time zone of whoever was sent there: a browser says none.</param>
internal sealed record WantedSecret(string Title, int Length, bool WithSign, Zone Zone);
