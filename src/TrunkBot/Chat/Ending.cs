using TrunkBot.Protocol.Cards;

namespace TrunkBot.Chat;

/// <summary>How something ended: each has a sign and a colour of its own, the same on every card.</summary>
internal enum Ending
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was tried, and is not done.</summary>
    NotDone,

    /// <summary>It was not confirmed: somebody has to look.</summary>
    Unconfirmed,

    /// <summary>Somebody said no.</summary>
    Refused,

    /// <summary>It was taken back.</summary>
    TakenBack,

    /// <summary>The time ran out.</summary>
    TooLate,
}

internal static class Endings
{
    extension(Ending? ending)
    {
        /// <summary>A sign that every font has.</summary>
        public string? Mark => ending switch
        {
            Ending.Done => "✔",
            Ending.NotDone => "✖",
            Ending.Unconfirmed => "❓",
            Ending.Refused => "⛔",
            Ending.TakenBack => "↩",
            Ending.TooLate => "⌛",
            _ => null,
        };

        public string? Style => ending switch
        {
            Ending.Done => ContainerStyles.Good,
            Ending.NotDone or Ending.Refused => ContainerStyles.Attention,
            Ending.Unconfirmed or Ending.TooLate => ContainerStyles.Warning,
            _ => null,
        };
    }
}
