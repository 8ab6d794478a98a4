using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Schema;
using TrunkBot.Tests.Secrets;

namespace TrunkBot.Tests.Access;

/// <summary>The rooms Access and Channels as the bot registers them.</summary>
internal sealed class AccessWorld : IDisposable
{
    public const string Home = "11111111-0000-4000-8000-000000000000", Elsewhere = "22222222-0000-4000-8000-000000000000";
    public const string Riya = "aaaaaaaa-0000-4000-8000-000000000001", Omar = "aaaaaaaa-0000-4000-8000-000000000002";

    private readonly WebApplication _app;

    public AccessWorld(params (string Key, string Value)[] settings)
        : this(_ => { }, settings)
    {
    }

    public AccessWorld(Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var builder = BareBuilder.Create();
        builder.Configuration["MicrosoftAppTenantId"] = Home;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddChannelAuthentication(builder.Configuration, new HostSurroundings(true, ["http://localhost:3978"]));
        builder.AddChannels().AddAccess();
        more(builder.Services);
        _app = builder.Build();
    }

    public WrittenLog Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public PersonReader People => Services.GetRequiredService<PersonReader>();

    public RoleBook Roles => Services.GetRequiredService<RoleBook>();

    public Admission Admission => Services.GetRequiredService<Admission>();

    public static Activity Says(string? objectId, string? tenantId, string channelId = "msteams") => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = channelId,
        ServiceUrl = "https://smba.trafficmanager.net/teams/",
        From = new ChannelAccount { Id = "29:riya", Name = "Riya", AadObjectId = objectId },
        Conversation = new ConversationAccount { Id = "a:1", TenantId = tenantId },
    };

    public async Task<string> RolesOfAsync(Activity activity) =>
        (await Roles.RolesOfAsync(People.Of(activity), default)).ToString();

    public void Dispose() => ((IDisposable)_app).Dispose();
}
