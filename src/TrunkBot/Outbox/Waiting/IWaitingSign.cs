using TrunkBot.Protocol.Schema;

namespace TrunkBot.Outbox.Waiting;

/// <summary>Shows somebody that they were heard while their answer takes its time.</summary>
internal interface IWaitingSign
{
    /// <returns>What ends it, and returns only when nothing more is shown; null where nobody waits.</returns>
    IAsyncDisposable? Begin(Activity heard);
}
