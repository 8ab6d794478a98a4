using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Requests;

/// <summary>The password of a request that was not submitted yet: kept encrypted, and only as long as host and username stay what they were.</summary>
internal sealed class KeptPasswords(SecretBox box, TimeProvider clock)
{
    /// <summary>Keeps a password that was entered.</summary>
    /// <returns>The draft's password: this one, else the one that was entered before; null when there is none.</returns>
    public Secret? Keep(TrunkRequest draft, Secret? entered)
    {
        if (entered is not null && entered != Submission.NoPassword)
        {
            draft.KeepPassword(box.Protect(entered, draft.Id.ToString()), clock.GetUtcNow());
            return entered;
        }

        if (draft.ProtectedPassword is null)
            return null;
        if (Open(draft) is { } kept)
            return kept;
        Drop(draft);
        return null;
    }

    public void Drop(TrunkRequest draft) => draft.KeepPassword(null, clock.GetUtcNow());

    /// <summary>The password that was asked with, if these values can still go with it; null when not, or when it cannot be opened.</summary>
    public Secret? Of(TrunkRequest request, TrunkFields fields) =>
        PasswordOwner.Of(request.Fields).LosesTo(PasswordOwner.Of(fields)) ? null : Open(request);

    public string Lock(TrunkRequest request, Secret secret) => box.Protect(secret, request.Id.ToString());

    private Secret? Open(TrunkRequest request)
    {
        try
        {
            return request.ProtectedPassword is { } kept ? box.Unprotect(kept, request.Id.ToString()) : null;
        }
        catch (SecretUnreadableException)
        {
            return null;
        }
    }
}
