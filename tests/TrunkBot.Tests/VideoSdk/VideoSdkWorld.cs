using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TrunkBot.Secrets;
using TrunkBot.Tests.Secrets;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.VideoSdk;

/// <summary>The rooms VideoSdk and Secrets as the bot registers them, pointed at some server, with a clock that stands still.</summary>
internal sealed class VideoSdkWorld : IDisposable
{
    public const string ApiKey = "api-key-canary", SigningSecret = "signing-secret-canary-0123456789abcdef", PasswordCanary = "p4ssword-\"canary\"-ü";

    public static readonly SipTrunkSpec Twilio = new("twilio", "example.pstn.twilio.com", "outbound", ["+1234567890"], "acme");

    public const string TwilioAnswer =
        """{"trunkId":"Ab3_-xyz0123456789abc","auth":{"username":"acme","password":"p4ssword-\"canary\"-ü"},"name":"twilio","domain":"example.pstn.twilio.com","direction":"outbound","numbers":["+1234567890"]}""";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-keys-");

    public VideoSdkWorld(string address, params (string Key, string Value)[] settings)
    {
        var builder = BareBuilder.Create();
        builder.Configuration["Secrets:KeyFolder"] = _folder.FullName;
        builder.Configuration["VideoSdk:BaseUrl"] = address;
        builder.Configuration["VideoSdk:ApiKey"] = ApiKey;
        builder.Configuration["VideoSdk:Secret"] = SigningSecret;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddSecrets().AddVideoSdk();
        _app = builder.Build();
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public WrittenLog Log { get; } = new();

    public Secret Password { get; } = new(PasswordCanary);

    public VideoSdkClient Client => _app.Services.GetRequiredService<VideoSdkClient>();

    public VideoSdkToken Token => _app.Services.GetRequiredService<VideoSdkToken>();

    public Task<CreateOutcome> CreateAsync(CancellationToken cancellationToken = default) =>
        Client.CreateAsync(Twilio, Password, () => Task.FromResult(true), cancellationToken);

    public void Dispose()
    {
        ((IDisposable)_app).Dispose();
        _folder.Delete(recursive: true);
    }
}
