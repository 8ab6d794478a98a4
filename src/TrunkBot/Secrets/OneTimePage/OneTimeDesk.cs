using TrunkBot.Secrets.Passwords;
using TrunkBot.Storage;

namespace TrunkBot.Secrets.OneTimePage;

/// <summary>What happens behind the one-time page. Of all who come with the same link at once, one is taken.</summary>
internal sealed class OneTimeDesk(TrunkBotDbContext db, Commit commit, OneTimeLinks links, ISecretReceiver receiver, TimeProvider clock)
{
    // Somebody may change the same draft in the chat at this moment.
    private const int MostAttempts = 5;

    /// <summary>What the page shows; changes nothing.</summary>
    public async Task<PageState> LookAsync(string token, CancellationToken ct) =>
        await links.FindAsync(token, ct) is { } link && await receiver.FindAsync(link, ct) is { } wanted
            ? new PageAsks(link, wanted, [])
            : new PageGone();

    public Task<PageState> EnterAsync(string token, Secret entered, CancellationToken ct) => TakeAsync(token, _ => entered, isGenerated: false, ct);

    public Task<PageState> GenerateAsync(string token, CancellationToken ct) =>
        TakeAsync(token, wanted => new Secret(PasswordGenerator.Generate(wanted.Length, wanted.WithSign)), isGenerated: true, ct);

    private async Task<PageState> TakeAsync(string token, Func<WantedSecret, Secret> secretFor, bool isGenerated, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await links.FindAsync(token, ct) is not { } link || await receiver.FindAsync(link, ct) is not { } wanted)
                return new PageGone();
            var secret = secretFor(wanted);
            var flaws = await receiver.TakeAsync(link, secret, ct);
            if (flaws.Any(flaw => flaw.Blocks))
                return new PageAsks(link, wanted, flaws);
            link.Use(clock.GetUtcNow());
            if (await commit.TrySaveAsync(db, ct))
                return new PageTook(link, flaws, isGenerated ? secret : null);
            db.ChangeTracker.Clear();
        }

        return new PageBusy();
    }
}

/// <summary>What there is to show.</summary>
internal abstract record PageState;

/// <summary>The link is good: enter a secret, or have one made.</summary>
internal sealed record PageAsks(OneTimeLink Link, WantedSecret Wanted, IReadOnlyList<PasswordFlaw> Flaws) : PageState;

/// <summary>A secret was taken; one that was made here is shown this once.</summary>
internal sealed record PageTook(OneTimeLink Link, IReadOnlyList<PasswordFlaw> Warnings, Secret? Generated) : PageState;

/// <summary>Expired, used, unknown: nobody is told which.</summary>
internal sealed record PageGone : PageState;

/// <summary>The form did not come from the page that this browser was given; nothing was taken.</summary>
internal sealed record PageForeign : PageState;

/// <summary>What was sent cannot be read, and this is the status that says why.</summary>
internal sealed record PageUnread(int Status) : PageState;

/// <summary>Others changed the same request too many times in a row; nothing was taken.</summary>
internal sealed record PageBusy : PageState;
