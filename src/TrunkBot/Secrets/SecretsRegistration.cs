using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using TrunkBot.Secrets.Keys;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Secrets.Redaction;

namespace TrunkBot.Secrets;

internal static class SecretsRegistration
{
    // Part of every key: whoever changes it can open nothing that was stored before.
    private const string ApplicationName = "TrunkBot";

    public static IHostApplicationBuilder AddSecrets(this IHostApplicationBuilder app)
    {
        var services = app.Services;
        services.AddOptions<SecretsOptions>().BindConfiguration(SecretsOptions.Section).ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<SecretsOptions>, KeyFolderBesideTheDatabase>();
        services.AddSingleton<IValidateOptions<SecretsOptions>, SecretsOptionsValidator>();
        AddKeys(services.AddDataProtection().SetApplicationName(ApplicationName), app.Configuration);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, RingInItsPlace>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<FingerprintKey>();
        services.AddSingleton<ConfiguredSecrets>();
        services.AddHostedService<KeysAtStart>();
        services.AddOneTimePage();
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor<RedactingProcessor>());
        services.TryAddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => ActivatorUtilities.CreateInstance<RedactingLoggerFactory>(provider)));
        return app;
    }

    private static void AddKeys(IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (configuration["Storage:BackEnd"] != "Postgres")
        {
            keys.Services.AddSingleton<IKeyPlace, KeysInFolder>();
            return;
        }

        var (current, old) = KeyCertificates.Load(configuration);
        keys.ProtectKeysWithCertificate(current).UnprotectKeysWithAnyCertificate([current, .. old]);
        keys.Services.AddSingleton<IKeyPlace, KeysInDatabase>();
    }

    private sealed class RingInItsPlace(IKeyPlace place) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions keys) => keys.XmlRepository = place.Ring;
    }

    private sealed class KeyFolderBesideTheDatabase(IConfiguration configuration) : IPostConfigureOptions<SecretsOptions>
    {
        public void PostConfigure(string? name, SecretsOptions options)
        {
            if (string.IsNullOrWhiteSpace(options.KeyFolder))
                options.KeyFolder = KeyFolder.Default(configuration.GetConnectionString("TrunkBot"));
        }
    }
}
