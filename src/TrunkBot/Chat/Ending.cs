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

        /// <summary>The same sign among the Fluent icons, for clients that draw them.</summary>
        public string? Icon => ending switch
        {
            Ending.Done => "CheckmarkCircle",
            Ending.NotDone => "DismissCircle",
            Ending.Unconfirmed => "QuestionCircle",
            Ending.Refused => "Prohibited",
            Ending.TakenBack => "ArrowUndo",
            Ending.TooLate => "Hourglass",
            _ => null,
        };

        public string? Color => ending switch
        {
            Ending.Done => TextColors.Good,
            Ending.NotDone or Ending.Refused => TextColors.Attention,
            Ending.Unconfirmed or Ending.TooLate => TextColors.Warning,
            _ => null,
        };

        public string BadgeStyle => ending switch
        {
            Ending.Done => BadgeStyles.Good,
            Ending.NotDone or Ending.Refused => BadgeStyles.Attention,
            Ending.Unconfirmed or Ending.TooLate => BadgeStyles.Warning,
            Ending.TakenBack => BadgeStyles.Default,
            _ => BadgeStyles.Informative,
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
