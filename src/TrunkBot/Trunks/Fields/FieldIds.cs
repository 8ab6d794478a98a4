namespace TrunkBot.Trunks.Fields;

/// <summary>The ids of the form's inputs; findings point at them.</summary>
internal static class FieldIds
{
    public const string Name = "name";
    public const string Domain = "domain";
    public const string Direction = "direction";
    public const string Numbers = "numbers";
    public const string Username = "username";
    public const string Password = "password";

    /// <summary>In the order in which people are asked.</summary>
    public static readonly IReadOnlyList<string> InOrder = [Name, Domain, Direction, Numbers, Username, Password];
}
