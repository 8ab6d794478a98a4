namespace TrunkBot.VideoSdk;

/// <summary>What an answer to a create means; the cautious reading wins where the answer allows two.</summary>
internal static class CreateAnswer
{
    public static CreateOutcome Read(VideoSdkAnswer answer) => answer.Status switch
    {
        >= 200 and < 300 => SipTrunkJson.Read(answer.Body, password: null) is { } read
            ? new Created(read.Trunk)
            : new Unknown("VideoSDK accepted the request, but its answer has no readable trunk id.", VideoSdkProblem.WithoutBody(answer)),
        429 => new RefusedForNow(VideoSdkProblem.Of(answer), answer.RetryAfter),
        503 when answer.RetryAfter is { } pause => new RefusedForNow(VideoSdkProblem.Of(answer), pause),
        408 or < 400 or >= 500 => new Unknown($"VideoSDK answered {answer.Status}, which does not say whether the trunk was made.", VideoSdkProblem.Of(answer)),
        _ => new RefusedForGood(VideoSdkProblem.Of(answer)),
    };
}
