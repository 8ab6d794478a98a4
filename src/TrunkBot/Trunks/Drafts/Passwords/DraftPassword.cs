using TrunkBot.Approvals.Rooms;
using TrunkBot.Channels;
using TrunkBot.Chat.Showing;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Presets;
using TrunkBot.Secrets;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Secrets.Passwords;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Fields.Hosts;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Drafts.Passwords;

/// <summary>A draft's password that comes by the one-time page.</summary>
internal sealed class DraftPassword(
    DraftDesk drafts, TrunkFieldRules rules, PresetCatalog presets, KeptPasswords passwords, JobQueue jobs, ChannelTable channels) : ISecretReceiver
{
    private const int FewestGenerated = 16;

    private static LineChoice ShowForm => new(Say.It("Show the form"), NewTrunkCommand.Spec.Words);

    public async Task<WantedSecret?> FindAsync(OneTimeLink link, CancellationToken ct)
    {
        if (await drafts.FindAsync(link, ct) is not { } draft)
            return null;
        var limits = PresetOf(draft).Limits;
        var longest = Math.Max(FewestGenerated, limits.PasswordMaxLength ?? PasswordGenerator.Length);
        var name = string.IsNullOrWhiteSpace(draft.Fields.Name) ? Say.It("A new SIP trunk") : Say.It($"For the SIP trunk “{draft.Fields.Name}”");
        return new WantedSecret(name, Math.Min(PasswordGenerator.Length, longest), limits.PasswordNeedsSign, Reader.Of(RoomBook.Read(draft.Reference)).Zone);
    }

    public async Task<IReadOnlyList<PasswordFlaw>> TakeAsync(OneTimeLink link, Secret secret, CancellationToken ct)
    {
        var draft = (await drafts.FindAsync(link, ct))!;
        var flaws = rules.ReviewField(FieldIds.Password, draft.Fields, secret)
            .Select(finding => new PasswordFlaw(finding.Severity is Severity.Error, finding.Reason.ToString(), finding.Remedy.ToString()))
            .ToList();
        if (flaws.Exists(flaw => flaw.Blocks))
            return flaws;
        passwords.Keep(draft, secret);
        var reference = RoomBook.Read(draft.Reference) with { ActivityId = null };
        // The form can be far up in the chat by now.
        var card = Reader.Of(reference).Say(() => HomeCard.Of(TrunkTexts.PasswordReceived(draft), [ShowForm], channels.Find(reference.ChannelId).CardActions));
        jobs.Post(reference, card.ToMessage());
        return flaws;
    }

    private TrunkPreset PresetOf(TrunkRequest draft) =>
        DomainRules.Review(draft.Fields.Domain, allowPort: true).Value is { } host ? presets.ForHost(host.Host) : presets.Custom;
}
