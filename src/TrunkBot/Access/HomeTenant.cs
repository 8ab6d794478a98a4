namespace TrunkBot.Access;

/// <summary>The tenant that the bot itself belongs to, as the Bot Framework's settings name it.</summary>
internal sealed class HomeTenant(IConfiguration configuration)
{
    /// <summary>Null where it is not set or is a domain, which no activity can be compared with.</summary>
    public Guid? Id { get; } = Guid.TryParse(configuration["MicrosoftAppTenantId"], out var id) ? id : null;

    public bool IsMultiTenant { get; } =
        string.Equals(configuration["MicrosoftAppType"], "MultiTenant", StringComparison.OrdinalIgnoreCase);
}
