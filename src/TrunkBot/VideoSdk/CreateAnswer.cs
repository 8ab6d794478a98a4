namespace TrunkBot.VideoSdk;

/// <summary>What an answer to a create means; the cautious reading wins where the answer allows two.</summary>
internal static class CreateAnswer
{
    public static CreateOutcome Read(VideoSdkAnswer answer) => answer.Status switch
    {
        >= 200 and < 300 => SipTrunkJson.Read(answer.Body, password: null) is { } read
            ? new Created(read.Trunk)
            : new Unknown(VideoSdkTexts.NoTrunkId, VideoSdkProblem.WithoutBody(answer)),
        429 => new RefusedForNow(VideoSdkProblem.Of(answer), answer.RetryAfter),
        503 when answer.RetryAfter is { } pause => new RefusedForNow(VideoSdkProblem.Of(answer), pause),
        401 or 402 or 403 or 404 => new RefusedUntilMended(VideoSdkProblem.Of(answer)),
        408 or < 400 or >= 500 => new Unknown(VideoSdkTexts.AnsweredWithoutSaying(answer.Status), VideoSdkProblem.Of(answer)),
        _ => new RefusedForGood(VideoSdkProblem.Of(answer)),
    };
}
