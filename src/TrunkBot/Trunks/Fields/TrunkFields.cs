namespace TrunkBot.Trunks.Fields;

/// <summary>What a person fills in, as typed. The password is not among it.</summary>
internal sealed record TrunkFields
{
    public string? Name { get; init; }

    public string? Domain { get; init; }

    public string? Direction { get; init; }

    public string? Numbers { get; init; }

    public string? Username { get; init; }
}
