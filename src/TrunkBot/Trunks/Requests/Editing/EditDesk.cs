using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Requests.Editing;

/// <summary>
/// Lets the asker change a request that nobody has granted yet, by the same rules as a new one. It is another request to the approvers then:
/// what they said before is void, and the clocks begin anew. Until the change is submitted, what was asked stands.
/// </summary>
internal sealed class EditDesk(SubmitPipeline pipeline, KeptPasswords passwords, AskDesk asking)
{
    // Ends a mark: a new password was typed. It is not kept before the change is submitted, so an empty field would mean the old one.
    private const string WithPassword = "+";

    public async Task<SubmitOutcome> EditAsync(TrunkRequest request, Submission given, CancellationToken ct)
    {
        var wantsNew = given.Password is not null || given.Confirmed?.EndsWith(WithPassword, StringComparison.Ordinal) == true;
        var secret = given.Password ?? (wantsNew ? null : passwords.Of(request, given.Fields));
        var outcome = await pipeline.JudgeAsync(request, given with
        {
            Password = secret ?? Submission.NoPassword,
            LostPassword = !wantsNew && PasswordOwner.Of(request.Fields).LosesTo(PasswordOwner.Of(given.Fields)),
            MarkEnd = wantsNew ? WithPassword : "",
        }, ct);
        if (outcome is not Ready ready)
            return outcome;
        if (asking.IsTheSame(request, ready.Spec, secret!))
            return new NothingChanged();
        await asking.AskAnewAsync(request, ready, secret!, ct);
        return new Submitted(request, ready.Review.Notes);
    }
}
