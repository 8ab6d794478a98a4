using TrunkBot.Trunks.Requests;

namespace TrunkBot.Trunks.Looking;

/// <summary>What is said in lists: what there is, since when, and until when.</summary>
internal static class LookingTexts
{
    public const string NothingWaits = "Nothing waits for you. Type /trunk requests to see all requests.";

    public const string NotSaid = "VideoSDK didn't say";

    /// <summary>A trunk as VideoSDK has it at this moment.</summary>
    public static string Live(Trunk known) => $"Trunk of {new RequestId(known.RequestNumber)}, as VideoSDK has it now.";

    /// <summary>The same for a client that shows no cards.</summary>
    public static string LiveAloud(Trunk known, string name) => $"Trunk {known.TrunkId}: {name}, as VideoSDK has it now.";

    public static string Newest(int rows) => $"These are the newest {rows}.";

    public static string Asked(TrunkRequest request, TimeSpan age) => $"{TrunkTexts.Who(request.AskerName)} asked {Ago(age)}.";

    public static string Begun(TimeSpan age) => $"Draft, not submitted yet. Begun {Ago(age)}.";

    public static string Created(TimeSpan age) => $"Created {Ago(age)}.";

    public static string Expires(TimeSpan left) => left <= TimeSpan.Zero ? "Expires now." : $"Expires in {Lasting.Of(left)}.";

    public const string ForAnApprover = "Waiting for approval", NotConfirmed = "Not confirmed", OnHold = "On hold", ShowWaiting = "What waits for me";

    public static string Waiting(int count, int most, TimeSpan age) => count switch
    {
        0 => "No request.",
        _ when count > most => $"More than {Plural.Of(most, "1 request", $"{most} requests")}, the oldest for {Lasting.Of(age)}.",
        _ => Plural.Of(count, $"1 request, for {Lasting.Of(age)}.", $"{count} requests, the oldest for {Lasting.Of(age)}."),
    };

    public static string ToSettle(int count) => count == 0
        ? "No request."
        : Plural.Of(count, "1 request. VideoSDK didn't confirm it, so check whether the trunk is there.", $"{count} requests. VideoSDK didn't confirm them, so check whether the trunks are there.");

    public static string Held(int count) => count == 0
        ? "No request."
        : $"{Plural.Of(count, "1 request", $"{count} requests")}. VideoSDK refuses TrunkBot itself: its key, plan or address. The log names the setting; then type /trunk retry all.";

    private static string Ago(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? "just now" : $"{Lasting.Of(age)} ago";
}
