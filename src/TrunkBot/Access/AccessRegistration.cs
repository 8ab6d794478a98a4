using Microsoft.Extensions.Options;
using TrunkBot.Access.Graph;
using TrunkBot.Access.SignIn;
using TrunkBot.Protocol.Hosting;

namespace TrunkBot.Access;

internal static class AccessRegistration
{
    public static IHostApplicationBuilder AddAccess(this IHostApplicationBuilder app)
    {
        var services = app.Services;
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddSingleton<HomeTenant>();
        services.AddSingleton<HomeMembers>();
        services.AddSingleton<PersonReader>();
        services.AddSingleton<RoleBook>();
        services.AddSingleton<Admission>();
        services.AddSingleton<IActivityAdmission>(provider => provider.GetRequiredService<Admission>());
        services.AddSingleton<GraphHttp>();
        services.AddSingleton<GraphCalls>();
        services.AddSingleton<GroupBook>();
        services.AddSingleton<OwnerBook>();
        services.AddHostedService<AccessAtStart>();
        return app
            .AddRoleSource<UserSource>()
            .AddRoleSource<TenantSource>()
            .AddRoleSource<AppRoleSource>()
            .AddRoleSource<GroupSource>()
            .AddRoleSource<TeamMemberSource>()
            .AddRoleSource<TeamOwnerSource>()
            .AddSignInRoles();
    }

    private static IHostApplicationBuilder AddRoleSource<T>(this IHostApplicationBuilder app)
        where T : class, IRoleSource
    {
        app.Services.AddSingleton<IRoleSource, T>();
        return app;
    }
}
