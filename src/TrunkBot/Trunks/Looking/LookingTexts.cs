using TrunkBot.Languages;
using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>What is said in lists: what there is, since when, and until when.</summary>
internal static class LookingTexts
{
    public static string NothingWaits => Say.It("Nothing waits for you. Type /trunk requests to see all requests.");

    public static string NotSaid => Say.It("VideoSDK didn't say");

    /// <summary>A trunk as VideoSDK has it at this moment.</summary>
    public static string Live(Trunk known) => Say.It($"Trunk of {new RequestId(known.RequestNumber)}, as VideoSDK has it now.");

    /// <summary>The same for a client that shows no cards.</summary>
    public static string LiveAloud(Trunk known, string name) => Say.It($"Trunk {known.TrunkId}: {name}, as VideoSDK has it now.");

    public static string Newest(int rows) => Say.It($"These are the newest {rows}.");

    public static string Asked(TrunkRequest request, TimeSpan age) => Say.It($"{TrunkTexts.Who(request.AskerName)} asked {Ago(age)}.");

    public static string Begun(TimeSpan age) => Say.It($"Draft, not submitted yet. Begun {Ago(age)}.");

    public static string Created(TimeSpan age) => Say.It($"Created {Ago(age)}.");

    public static string Expires(TimeSpan left) => left <= TimeSpan.Zero ? Say.It("Expires now.") : Say.It($"Expires in {Lasting.Of(left)}.");

    public static string ForAnApprover => Say.It("Waiting for approval");
    public static string NotConfirmed => Say.It("Not confirmed");
    public static string OnHold => Say.It("On hold");
    public static string ShowWaiting => Say.It("What waits for me");

    public static string Waiting(int count, int most, TimeSpan age) => count switch
    {
        0 => Say.It("No request."),
        _ when count > most => Plural.Of(most, Say.It($"More than 1 request, the oldest for {Lasting.Of(age)}."), Say.It($"More than {most} requests, the oldest for {Lasting.Of(age)}.")),
        _ => Plural.Of(count, Say.It($"1 request, for {Lasting.Of(age)}."), Say.It($"{count} requests, the oldest for {Lasting.Of(age)}.")),
    };

    public static string ToSettle(int count) => count == 0
        ? Say.It("No request.")
        : Plural.Of(count, Say.It("1 request. VideoSDK didn't confirm it, so check whether the trunk is there."), Say.It($"{count} requests. VideoSDK didn't confirm them, so check whether the trunks are there."));

    public static string Held(int count) => count == 0
        ? Say.It("No request.")
        : Plural.Of(
            count,
            Say.It("1 request. VideoSDK refuses TrunkBot itself: its key, plan or address. The log names the setting; then type /trunk retry all."),
            Say.It($"{count} requests. VideoSDK refuses TrunkBot itself: its key, plan or address. The log names the setting; then type /trunk retry all."));

    private static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? Say.It("just now") : Lasting.Ago(age);
}
