using TrunkBot.Conversations;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.Connector;

namespace TrunkBot.Outbox;

/// <summary>
/// Sends what was stored to where its place is now: at the address that the channel named last, and if that fails at the newest of the
/// tenant. What the channel says of the place is noted.
/// </summary>
internal sealed class NoticeSender(ActivitySender sender, AddressBook book, ConversationMarks marks)
{
    /// <returns>The id that the channel gave; null where it gives none.</returns>
    /// <exception cref="ConnectorException">It was not sent, or nobody knows.</exception>
    public async Task<string?> SendAsync(OutgoingActivity outgoing, CancellationToken ct)
    {
        var known = await book.FindAsync(outgoing.Reference, ct);
        var now = outgoing with { Reference = await book.RenewAsync(outgoing.Reference, ct) };
        try
        {
            var id = await sender.SendAsync(now, ct);
            if (known?.GoneSince is not null)
                await marks.ReachedAsync(now.Reference, now.Reference.ServiceUrl, ct);
            return id;
        }
        catch (ConnectorException problem) when (problem.Outcome is ConnectorOutcome.Refused || outgoing.Promise is DeliveryPromise.AtLeastOnce)
        {
            if (await OtherAsync(now, known, problem, ct) is not { } other)
            {
                await NoteAsync(now, problem, ct);
                throw;
            }

            return await SendThereAsync(now with { Reference = now.Reference with { ServiceUrl = other } }, ct);
        }
    }

    private async Task<string?> SendThereAsync(OutgoingActivity elsewhere, CancellationToken ct)
    {
        try
        {
            var id = await sender.SendAsync(elsewhere, ct);
            await marks.ReachedAsync(elsewhere.Reference, elsewhere.Reference.ServiceUrl, ct);
            return id;
        }
        catch (ConnectorException problem)
        {
            await NoteAsync(elsewhere, problem, ct);
            throw;
        }
    }

    // What the channel has read and does not take, it takes nowhere.
    private async Task<string?> OtherAsync(OutgoingActivity outgoing, Conversation? known, ConnectorException problem, CancellationToken ct)
    {
        var tenant = known?.TenantId ?? SendActivity.TenantOf(outgoing.Reference);
        return problem.Status is 400 or 413 or 429 || tenant is not { Length: > 0 }
            ? null
            : await book.NewestAsync(tenant, outgoing.Reference.ChannelId, outgoing.Reference.ServiceUrl, known?.SeenAt ?? default, ct);
    }

    private Task NoteAsync(OutgoingActivity outgoing, ConnectorException problem, CancellationToken ct) =>
        SendVerdict.Of(problem, outgoing) is SendVerdict.PlaceGone ? marks.GoneAsync(outgoing.Reference, ct) : Task.CompletedTask;
}
