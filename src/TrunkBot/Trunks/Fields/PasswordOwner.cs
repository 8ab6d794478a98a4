using TrunkBot.Trunks.Fields.Hosts;

namespace TrunkBot.Trunks.Fields;

/// <summary>Whom a password was given for: a host and a username. What no trunk can have is nobody's.</summary>
internal sealed record PasswordOwner(string? Host, string? Username)
{
    public static PasswordOwner Of(TrunkFields fields) => new(
        DomainRules.Review(fields.Domain, allowPort: true).Value?.Host,
        CredentialRules.IsUsername(fields.Username) ? Characters.Visible(fields.Username!).Trim() : null);

    /// <summary>Whether a password that was kept with these values would go to somebody else with those: it is dropped then.</summary>
    public bool LosesTo(PasswordOwner other) =>
        Host is not null && Host != other.Host || Username is not null && Username != other.Username;
}
