namespace TrunkBot.Access;

/// <summary>A kind of principal: what stands before the colon in a role's list.</summary>
internal interface IRoleSource
{
    /// <summary>What stands before the colon.</summary>
    string Name { get; }

    /// <summary>The form that people are shown, such as <c>user:&lt;objectId&gt;</c>.</summary>
    string Form { get; }

    /// <summary>What is wrong with what stands after the colon, as the end of a sentence; null when nothing is.</summary>
    string? ProblemWith(string value);

    /// <summary>The one person whom this names; null where it stands for people whom only somebody else can tell.</summary>
    Person? Named(string value) => null;

    /// <summary>Whether this person is meant; asked only where <see cref="Named"/> is null. Throwing means that nobody can tell, and counts as no.</summary>
    Task<bool> HoldsAsync(string value, Person person, CancellationToken cancellationToken);
}
