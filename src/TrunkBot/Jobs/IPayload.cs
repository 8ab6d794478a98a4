namespace TrunkBot.Jobs;

/// <summary>What one kind of stored work is about: the record that its row holds, and what is true of all work of the kind.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
/// <remarks>
/// Rows outlive the program that wrote them, and an older one beside this one reads them too: what was deployed is written as it always was. Work that
/// has to know something else is of another kind.
/// </remarks>
internal interface IPayload<TSelf> where TSelf : IPayload<TSelf>
{
    /// <summary>The kind, as stored; never rename one that was deployed.</summary>
    static abstract string Kind { get; }

    /// <summary>True where the handler decides itself when to give up: such a job is never parked for trying too often.</summary>
    static virtual bool Patient => false;

    /// <summary>True where nothing but words is lost when an Admin dismisses a job that does not get done.</summary>
    static virtual bool MayBeDismissed => false;

    /// <summary>What it is for, as the end of a sentence: <c>send a message</c>.</summary>
    string Purpose { get; }

    /// <summary>As it is stored.</summary>
    string Write();

    /// <summary>Reads what was written; throws where it is something else.</summary>
    static abstract TSelf Read(string stored);
}
