namespace TrunkBot.Secrets.Redaction;

/// <summary>Holds the secrets of the configuration for as long as the process lives, so that they are known from the first log line on.</summary>
internal sealed class ConfiguredSecrets(IConfiguration configuration)
{
    private static readonly string[] Keys =
    [
        "MicrosoftAppPassword", "MicrosoftAppCredential:CertificatePassword", "VideoSdk:Secret", "VideoSdk:ApiKey", "Secrets:Certificate:Password",
        // Azure's own variables, for whoever reads its Key Vault or asks for a managed identity's token.
        "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "IDENTITY_HEADER",
    ];

    public IReadOnlyList<Secret> All { get; } =
    [
        .. Keys.Select(key => configuration[key])
            .Concat(configuration.GetSection("ConnectionStrings").GetChildren().Select(connection => ConnectionText.Value(connection.Value, "Password", "Pwd")))
            .Concat(configuration.GetSection("Secrets:OldCertificates").GetChildren().Select(certificate => certificate["Password"]))
            .Where(value => !string.IsNullOrEmpty(value))
            .Select(value => new Secret(value!)),
    ];
}
