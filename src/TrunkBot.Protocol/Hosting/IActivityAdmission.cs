using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Hosting;

/// <summary>The bot's own policy on whom it talks to at all; asked after the channel has proved itself, before anything else.</summary>
public interface IActivityAdmission
{
    /// <summary>False answers 403, and no handler sees the activity.</summary>
    bool Admits(Activity activity);
}
