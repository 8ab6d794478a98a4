namespace TrunkBot.Intake.Words;

/// <summary>What a label says that its value is.</summary>
internal enum LabelKind
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>The trunk's name by a word that can mean nothing else.</summary>
    TrunkName,

    /// <summary>A name of something.</summary>
    Name,
    Host,

    /// <summary>A host on the way to the trunk's: it counts where no other is named.</summary>
    Proxy,
    Direction,
    Number,

    /// <summary>A telephone number of somebody or something.</summary>
    Phone,
    User,

    /// <summary>A user and a password in one.</summary>
    Login,
    Port,
    Transport,
    Country,
    Secret,

    /// <summary>Something else, or something of somebody else.</summary>
    Other,

    /// <summary>The head of a mail.</summary>
    Mail,
}
