namespace TrunkBot.Trunks.Fields;

/// <summary>What a person fills in, as typed. The password is not among it.</summary>
internal sealed record TrunkFields
{
    public string? Name { get; init; }

    public string? Domain { get; init; }

    public string? Direction { get; init; }

    public string? Numbers { get; init; }

    public string? Username { get; init; }

    /// <summary>A field by its id; null for one that it has not.</summary>
    public string? Of(string field) => field switch
    {
        FieldIds.Name => Name,
        FieldIds.Domain => Domain,
        FieldIds.Direction => Direction,
        FieldIds.Numbers => Numbers,
        FieldIds.Username => Username,
        _ => null,
    };

    /// <summary>The same with another value in one field.</summary>
    public TrunkFields With(string field, string? value) => field switch
    {
        FieldIds.Name => this with { Name = value },
        FieldIds.Domain => this with { Domain = value },
        FieldIds.Direction => this with { Direction = value },
        FieldIds.Numbers => this with { Numbers = value },
        FieldIds.Username => this with { Username = value },
        _ => this,
    };

    /// <summary>What is given now, laid over what was there.</summary>
    public TrunkFields Over(TrunkFields before) => new()
    {
        Name = Name ?? before.Name,
        Domain = Domain ?? before.Domain,
        Direction = Direction ?? before.Direction,
        Numbers = Numbers ?? before.Numbers,
        Username = Username ?? before.Username,
    };
}
