namespace TrunkBot.Sandbox.Launch;

/// <summary>How far the bot is.</summary>
internal enum BotStage
{
    /// <summary>Somebody else starts it, or has started it.</summary>
    Elsewhere,

    /// <summary>Its project is being built.</summary>
    Building,

    /// <summary>It is running, but doesn't answer yet.</summary>
    Starting,

    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It has ended, or could not be built.</summary>
    Ended,
}
