using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInFolder>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<FingerprintKey>();
        services.AddSingleton<ConfiguredSecrets>();
        services.AddHostedService<KeysAtStart>();
        services.AddOneTimePage();
        services.TryAddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => ActivatorUtilities.CreateInstance<RedactingLoggerFactory>(provider)));
        return app;
    }

    private sealed class KeysInFolder(IOptions<SecretsOptions> options, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions keys) =>
            keys.XmlRepository = new FileSystemXmlRepository(KeyFolder.Open(options.Value.KeyFolder), loggers);
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
