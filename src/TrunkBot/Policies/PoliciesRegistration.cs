using Microsoft.Extensions.Options;
using TrunkBot.Policies.Rules;

namespace TrunkBot.Policies;

internal static class PoliciesRegistration
{
    public static WebApplicationBuilder AddPolicies(this WebApplicationBuilder app)
    {
        app.Services.AddOptions<PolicyOptions>().BindConfiguration("Policies").ValidateOnStart();
        app.Services.AddSingleton<IValidateOptions<PolicyOptions>, PolicyOptionsValidator>();
        app.Services.AddSingleton<PolicyBook>();
        app.AddPolicyRule<DirectionRule>();
        app.AddPolicyRule<CountriesRule>();
        app.AddPolicyRule<NumbersCountRule>();
        app.AddPolicyRule<NumberKindsRule>();
        app.AddPolicyRule<UnknownCarrierRule>();
        app.AddPolicyRule<HostsAllowedRule>();
        app.AddPolicyRule<CountriesAllowedRule>();
        app.AddPolicyRule<RequestsPerDayRule>();
        app.AddPolicyRule<OpenRequestsPerPersonRule>();
        app.AddPolicyRule<NumbersPerDayRule>();
        app.AddPolicyRule<NewCountriesRule>();
        app.AddPolicyRule<IpLiteralRule>();
        app.AddPolicyRule<SharedCredentialsRule>();
        app.AddPolicyRule<TrunksPerTenantRule>();
        app.AddPolicyRule<NumbersPerTenantRule>();
        return app;
    }

    public static WebApplicationBuilder AddPolicyRule<TRule>(this WebApplicationBuilder app) where TRule : class, IPolicyRule
    {
        app.Services.AddSingleton<IPolicyRule, TRule>();
        return app;
    }
}
