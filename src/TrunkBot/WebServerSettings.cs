using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using TrunkBot.Protocol.Hosting;

namespace TrunkBot;

/// <summary>Looks at what the web server will be told, before it is: it takes what it cannot read for something else, or ends with a stack.</summary>
internal sealed class WebServerSettings(IConfiguration configuration) : IValidateOptions<BotEndpointOptions>
{
    private const string Development = "1.3.6.1.4.1.311.84.1.1";
    private static readonly string[] s_keys = ["Urls", "HTTP_PORTS", "HTTPS_PORTS"];

    public ValidateOptionsResult Validate(string? name, BotEndpointOptions options) =>
        AddressProblems().Concat(CertificateProblems()).ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    private IEnumerable<string> AddressProblems() =>
        from key in s_keys
        from part in Surroundings.Parts(configuration[key])
        where !(key == "Urls" ? IsAddress(part) : ushort.TryParse(part, out _))
        select key == "Urls" ? StartTexts.NoAddress(part) : StartTexts.NoPort(key, part);

    private IEnumerable<string> CertificateProblems()
    {
        if (Surroundings.ListeningAddresses(configuration).Any(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) && !HasCertificate())
            yield return StartTexts.NoWebCertificate;
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().ToList();
        foreach (var endpoint in endpoints.Where(endpoint => string.IsNullOrWhiteSpace(endpoint["Url"])))
            yield return StartTexts.NoEndpointAddress(endpoint.Path);
        var certificates = configuration.GetSection("Kestrel:Certificates").GetChildren().Concat(endpoints.Select(endpoint => endpoint.GetSection("Certificate")));
        foreach (var certificate in certificates.Where(certificate => certificate["Path"] is { Length: > 0 } && !Opens(certificate)))
            yield return StartTexts.WebCertificateDoesNotOpen(certificate.Path);
    }

    // One of the settings, or the one that .NET's tools make on a developer's machine.
    private bool HasCertificate()
    {
        if (configuration.GetSection("Kestrel").AsEnumerable().Any(setting => setting.Key.Contains(":Certificate", StringComparison.OrdinalIgnoreCase) && setting.Value is { Length: > 0 }))
            return true;
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Any(certificate => certificate.Extensions[Development] is not null);
    }

    // Where the port is no number, the server takes it for a part of the name and listens everywhere.
    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.IsUnixPipe || parsed.IsNamedPipe
                || (parsed.Port is >= 0 and <= ushort.MaxValue && (parsed.Host.StartsWith('[') || !parsed.Host.Contains(':', StringComparison.Ordinal)));
        }
        catch (Exception unfit) when (unfit is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Opens(IConfigurationSection certificate)
    {
        var (path, key, password) = (certificate["Path"]!, certificate["KeyPath"], certificate["Password"]);
        try
        {
            using var opened = key is not { Length: > 0 } ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : password is null ? X509Certificate2.CreateFromPemFile(path, key)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password, key);
            return true;
        }
        catch (Exception unfit) when (unfit is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
