using System.Text.Json.Serialization;
using TrunkBot.Protocol.Builder;
using TrunkBot.Protocol.State;

namespace TrunkBot.Chat.SignIn;

/// <summary>Who was asked to sign in here, and the line with which to go on then. A line that had a password in it is not kept, nor is a click.</summary>
internal sealed class PendingSignIn(PrivateConversationState state, TimeProvider clock)
{
    private const int LongestLine = 1000;

    // As long as the Bot Framework's own prompt waits (npm botbuilder-dialogs 4.23.3, OAuthPrompt: 15 minutes).
    private static readonly TimeSpan s_waits = TimeSpan.FromMinutes(15);

    private readonly IStatePropertyAccessor<AskedToSignIn> _asked = state.CreateProperty("signIn", PendingSignInJson.Default.AskedToSignIn);

    public Task AskAsync(ChatTurn turn, string? line, CancellationToken ct) => _asked.SetAsync(
        turn.Context,
        new AskedToSignIn(clock.GetUtcNow().ToUnixTimeMilliseconds(), line is { Length: <= LongestLine } && !turn.HadSecret ? line : null),
        ct);

    /// <summary>Takes what waits; null where nobody was asked, or too long ago.</summary>
    public async Task<AskedToSignIn?> TakeAsync(ITurnContext context, CancellationToken ct)
    {
        if (await _asked.GetAsync(context, ct) is not { } asked)
            return null;
        await _asked.DeleteAsync(context, ct);
        return clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(asked.At) <= s_waits ? asked : null;
    }
}

/// <summary>Somebody was asked to sign in.</summary>
/// <param name="At">When, in milliseconds since 1970.</param>
/// <param name="Line">What they had typed; null where there is nothing to go on with.</param>
internal sealed record AskedToSignIn(long At, string? Line);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AskedToSignIn))]
internal sealed partial class PendingSignInJson : JsonSerializerContext;
