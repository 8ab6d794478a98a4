namespace TrunkBot.Storage.Trouble;

/// <summary>Why the database takes no changes now, as far as somebody can do something about it.</summary>
internal enum DatabaseTrouble
{
    /// <summary>It does not answer, or not in time.</summary>
    Silent,

    /// <summary>It answers, and takes no changes: a standby, a server or a file that was made read-only.</summary>
    ReadOnly,

    /// <summary>Its disk has no room left.</summary>
    Full,

    /// <summary>The file, its folder or the database on the server is gone.</summary>
    Gone,

    /// <summary>The disk under it fails, or what is on it is damaged.</summary>
    Damaged,

    /// <summary>It refuses the user or the password, or gives that user too few rights.</summary>
    Refused,

    /// <summary>Others hold it, or take all of its connections.</summary>
    Busy,
}
