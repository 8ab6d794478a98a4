using TrunkBot.Languages;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Trunks.Provisioning;

/// <summary>What is said about creating a trunk: while it waits, when it ends, and while nobody knows how it ended.</summary>
internal static class ProvisioningTexts
{
    public static string TryAgain => Say.It("Try again");
    public static string Settle => Say.It("Settle");
    public static string ItIsThere => Say.It("It is there");
    public static string ItIsNotThere => Say.It("It is not there");
    public static string Close => Say.It("Close without a trunk");
    public static string SendAgain => Say.It("Send again");

    public static string HoldTitle => Say.It("VideoSDK refuses TrunkBot");

    public static string NothingOnHold => Say.It("No request is on hold.");

    public static string TrunkNotFound => Say.It("VideoSDK has no trunk with that id. Check the id in VideoSDK's dashboard.");

    public static string AskerCannotSettle => Say.It("You asked for this trunk yourself. Someone else with the Admin role has to settle it.");

    public static string PasswordGone =>
        Say.It("The password is no longer kept. Enter the one that was approved, then send again. With another password, ask for a new trunk.");

    public static string TrunkIdMissing => Say.It("Enter the trunk id. It is in VideoSDK's dashboard, beside the trunk.");

    public static string TrunkIdField => Say.It("Trunk id, if it is there (from VideoSDK's dashboard)");

    public static string SettleIt => Say.It("VideoSDK didn't confirm this trunk. Look in VideoSDK's dashboard for one with these values. If it is there, enter its id, and I compare it with what was approved. "
        + "If it is not, I can send the create again, or close the request.");

    public static string SureItIsNotThere =>
        Say.It("Nothing is sent yet. If the trunk is there after all, there will be two. Look in VideoSDK's dashboard once more, then press Send again.");

    public static string PasswordNotTheApproved => Say.It("That isn't the password that was approved. Enter that one, or ask for a new trunk.");

    /// <summary>Where an approved request stands that was not created yet.</summary>
    public static string Approved(TrunkRequest request) => request switch
    {
        { HeldStatus: { } status } => Say.It($"Approved, and on hold. {VideoSdkTexts.Fault(status)} Your administrators have been told. You don't have to ask again."),
        { Problem: { } why, NextTryAt: { } next } => Say.It($"Approved, and waiting. {why} TrunkBot tries again at {Say.Time(next)}."),
        { Problem: { } why } => Say.It($"Approved, and waiting. {why} TrunkBot tries again by itself."),
        _ => Say.It("Approved. The trunk is about to be created."),
    };

    public static string Unknown(TrunkRequest request) => Say.It($"VideoSDK didn't confirm it, so the trunk may or may not exist. {request.Problem}");

    public static string Refused(VideoSdkProblem problem) => $"{problem.Statement} {problem.Remedy}";

    public static string GaveUp(Noted problem, TimeSpan after) => Say.It($"TrunkBot gave up after {Spoken(after)} of trying. {problem} Nothing was created.");

    public static string PasswordGoneMeanwhile(Noted problem) => Say.It($"{problem} Nothing was created, and the password is no longer kept. Ask again.");

    public static string Stopped(TrunkRequest request) => Say.It($"TrunkBot stopped while it created {request.Id}, so VideoSDK's answer was lost. {AdminDecides(request)}");

    public static string Lost(TrunkRequest request, Noted reason) => $"{reason} {AdminDecides(request)}";

    public static string Restored(TrunkRequest request) =>
        Say.It($"TrunkBot's database was restored from a back-up, and nothing in it tells whether {request.Id} was created after the back-up was made. {AdminDecides(request)}");

    /// <summary>What whoever decides about a restored request should know.</summary>
    public static string PerhapsCreatedBefore =>
        Say.It("This request comes from a back-up. Look in VideoSDK's dashboard whether its trunk was created after the back-up was made.");

    /// <summary>What the console says.</summary>
    public static string RestoredDone(IReadOnlyList<RequestId> doubtful) => doubtful.Count == 0
        ? "Nothing in this database was approved and not yet created. Start TrunkBot without --restored now."
        : $"Waiting for an administrator, and not sent: {string.Join(", ", doubtful)}. Start TrunkBot without --restored now; it asks in the approvals room.";

    public static string RestoredBesideOthers(RequestId request) =>
        $"{request} was changed by another process. Stop every TrunkBot on this database, then run TrunkBot --restored again.";

    public static string AnothersTrunk(TrunkRequest request, string trunkId, RequestId other) =>
        Say.It($"VideoSDK answered with the trunk {trunkId}, which {other} already has, so {request.Id} perhaps has no trunk of its own. {AdminDecides(request)}");

    public static string AnsweredAfterAll(TrunkRequest request) =>
        Say.It($"VideoSDK's answer for {request.Id} came after all. It has the trunk {request.TrunkId}, and there is nothing left to settle.");

    public static string PerhapsOneTooMany(TrunkRequest request) =>
        Say.It($"VideoSDK's first answer for {request.Id} came after it was sent again. It has the trunk {request.TrunkId}. Look in VideoSDK's dashboard for a second one, and delete it there.");

    public static string OneTooMany(TrunkRequest request, string trunkId) => request.TrunkId is { } first
        ? Say.It($"{request.Id} was created twice. It has the trunk {first}, and VideoSDK also made {trunkId}. Delete {trunkId} in VideoSDK's dashboard.")
        : Say.It($"VideoSDK made the trunk {trunkId} for {request.Id}, which had ended before the answer came. Delete {trunkId} in VideoSDK's dashboard.");

    public static string NobodyMended(Noted problem, TimeSpan after) =>
        Say.It($"{problem} It was on hold for {Spoken(after)}, and nobody had it tried again. Nothing was created.");

    public static string Changed(TrunkRequest request) =>
        Say.It($"{request.Id} is no longer what was approved, so nothing was sent. Ask again, and tell the people who run TrunkBot that its database was changed.");

    public static string HoldWords(VideoSdkProblem problem) => problem.Statement;

    public static string HoldNext(TrunkRequest request, TimeSpan patience) =>
        Say.It($"{request.Id} is on hold, and so is what is approved after it. The log of TrunkBot says what to check. "
        + $"Press {TryAgain} when it is mended, within {Spoken(patience)}.");

    public static string HoldAloud(TrunkRequest request, VideoSdkProblem problem) =>
        Say.It($"{VideoSdkTexts.Fault(problem.Status)} {request.Id} is on hold. Type /trunk retry all when it is mended.");

    public static string TryingAgain(IReadOnlyList<TrunkRequest> requests) => Say.It($"Trying again: {Names(requests)}.");

    public static string NotOnHold(IReadOnlyList<TrunkRequest> held) => Say.It($"That request isn't on hold. On hold: {Names(held)}.");

    public static string NothingToSettle(TrunkRequest request) => Say.It($"There is nothing to settle about {request.Id}. {TrunkTexts.State(request)}");

    /// <summary>A trunk that was taken over; what could not be compared is said.</summary>
    public static string Adopted(TrunkRequest request, NotCompared left) => left switch
    {
        NotCompared.Nothing => Say.It($"{request.Id} is settled: the trunk {request.TrunkId} is exactly what was approved. {TrunkTexts.Who(request.AskerName)} is told."),
        NotCompared.NotShown =>
            Say.It($"{request.Id} is settled with the trunk {request.TrunkId}. Everything but the password is as approved. VideoSDK doesn't show the password, so check that a call works."),
        _ => Say.It($"{request.Id} is settled with the trunk {request.TrunkId}. Everything but the password is as approved. The approved password is no longer kept, so check that a call works."),
    };

    public static string SendingAgain(TrunkRequest request) => Say.It($"{request.Id} is being sent again. {TrunkTexts.Who(request.AskerName)} is told how it ends.");

    public static string ClosedBy(string name) => Say.It($"{TrunkTexts.Who(name)} found no trunk at VideoSDK and closed the request.");

    public static string Closed(TrunkRequest request) => Say.It($"{request.Id} is closed without a trunk. {TrunkTexts.Who(request.AskerName)} is told.");

    public static string TrunkTaken(TrunkRequest request, RequestId other) =>
        Say.It($"That trunk belongs to {other}. Check the id. If {request.Id} has no trunk of its own, type /trunk resend {request.Id} or /trunk close {request.Id}.");

    public static string NotTheSame(TrunkRequest request, IReadOnlyList<string> different) =>
        Say.It($"That trunk isn't what {request.Id} asked for. Different: {string.Join(", ", different.Select(VideoSdkTexts.Called))}. Nothing was changed. Check the id, or type /trunk resend {request.Id}.");

    public static string NotShown(TrunkRequest request, IReadOnlyList<string> missing) =>
        Say.It($"VideoSDK doesn't show enough of that trunk to compare it with {request.Id}. Missing: {string.Join(", ", missing)}. Nothing was changed.");

    public static string PasswordUnreadable(TrunkRequest request) =>
        Say.It($"The kept password of {request.Id} can't be opened, so it can't be compared with the trunk's. Nothing was changed. Tell the people who run TrunkBot: a key is missing, or the database was changed.");

    public static string SettleTitle(TrunkRequest request) => Say.It($"Is the trunk of {request.Id} there?");

    public static string SettleAloud(TrunkRequest request) =>
        Say.It($"{request.Id}: {SettleIt} Type /trunk adopt {request.Id} TRUNK-ID, /trunk resend {request.Id} or /trunk close {request.Id}.");

    public static string SendAgainTitle(TrunkRequest request) => Say.It($"Send {request.Id} again?");

    private static string AdminDecides(TrunkRequest request) =>
        Say.It($"TrunkBot doesn't send it again by itself, or there could be two trunks. An administrator who didn't ask for it looks in VideoSDK's dashboard and settles it on the card in the approvals room. "
        + $"Or they type /trunk adopt {request.Id} TRUNK-ID if it is there, or /trunk resend {request.Id} if it is not.");

    private static string Names(IReadOnlyList<TrunkRequest> requests) => string.Join(", ", requests.Select(request => request.Id));

    private static string Spoken(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => Days((long)Math.Round(time.TotalDays)),
        { TotalHours: >= 1 } => Hours((long)Math.Round(time.TotalHours)),
        _ => Minutes((long)Math.Round(time.TotalMinutes)),
    };

    private static string Days(long count) => Plural.Of(count, Say.It($"{count} day"), Say.It($"{count} days"));

    private static string Hours(long count) => Plural.Of(count, Say.It($"{count} hour"), Say.It($"{count} hours"));

    private static string Minutes(long count) => Plural.Of(count, Say.It($"{count} minute"), Say.It($"{count} minutes"));
}

/// <summary>What could not be compared of a trunk that is taken over, and why.</summary>
internal enum NotCompared
{
    Nothing,

    /// <summary>VideoSDK does not show the password.</summary>
    NotShown,

    /// <summary>The password that was approved is no longer kept.</summary>
    NotKept,
}
