using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Audit.Exporting;
using TrunkBot.Audit.Verifying;
using TrunkBot.Channels;
using TrunkBot.Chat;
using TrunkBot.Conversations;
using TrunkBot.Diagnostics;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Operations;
using TrunkBot.Operations.Checking;
using TrunkBot.Outbox;
using TrunkBot.Policies;
using TrunkBot.Presets;
using TrunkBot.Protocol.Hosting;
using TrunkBot.Secrets;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Storage;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Searching;
using TrunkBot.VideoSdk;

namespace TrunkBot;

/// <summary>The whole program: a line per room.</summary>
internal static class TrunkBotApp
{
    private const string OnlyCheck = "--check";

    // Settings are read once. To watch for changes would mean to watch the folder with all that is below it, where a database may lie: each write would be told.
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Create(
                [.. args.Where(arg => arg is not (OnlyCheck or VerifyAtCommandLine.Option or RestoredAtCommandLine.Option))], args.Contains(OnlyCheck) ? Silence : null);
            if (args.Contains(OnlyCheck))
            {
                Check(app);
                await app.Services.GetRequiredService<IBackEnd>().CheckAsync(CancellationToken.None);
                foreach (var sentence in app.Services.GetServices<IStartAdvice>().SelectMany(advice => advice.Sentences))
                    await Console.Out.WriteLineAsync(StartTexts.Item(sentence));
                await Console.Out.WriteLineAsync(StartTexts.ConfigurationIsGood);
                return await CheckAtCommandLine.RunAsync(app.Services);
            }

            if (args.Contains(VerifyAtCommandLine.Option))
            {
                Check(app);
                return await VerifyAtCommandLine.RunAsync(app.Services);
            }

            if (args.Contains(RestoredAtCommandLine.Option))
            {
                Check(app);
                await MigrateAsync(app);
                return await RestoredAtCommandLine.RunAsync(app.Services);
            }

            await PrepareAsync(app);
            await app.RunAsync();
            return 0;
        }
        catch (Exception problem) when (StartProblem.SentencesOf(problem) is { Count: > 0 } sentences)
        {
            await Console.Error.WriteLineAsync(StartTexts.CannotStart);
            foreach (var sentence in sentences)
                await Console.Error.WriteLineAsync(StartTexts.Item(sentence));
            return 1;
        }
    }

    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [NoWatch, .. args], ContentRootPath = AppContext.BaseDirectory });
        change?.Invoke(builder);
        PastedSettings.CheckEarly(builder.Configuration);
        Surroundings.ListenSomewhere(builder);
        builder.Services.AddSingleton<IValidateOptions<SecretsOptions>, PastedSettings>();
        builder.Services.AddSingleton<IValidateOptions<BotEndpointOptions>, WebServerSettings>();
        builder.AddLanguages();
        builder.AddDiagnostics();
        builder.AddSecrets();
        builder.AddStorage().AddJobs().AddConversations().AddOutbox().AddAudit();
        builder.AddVideoSdk();
        builder.Services.AddPresets();
        builder.AddPolicies().AddAccess().AddChannels();
        builder.AddChat().AddOperations().AddApprovals().AddTrunks();
        builder.Services.AddBot<ProvisioningBot>(builder.Configuration, Surroundings.Of(builder));
        var app = builder.Build();
        app.MapBot("/api/messages");
        app.MapOneTimePage();
        app.MapAuditExport();
        app.MapRequestLinks();
        app.MapHealth();
        return app;
    }

    /// <summary>Every setting is checked, and every problem named at once.</summary>
    public static void Check(WebApplication app) => app.Services.GetService<IStartupValidator>()?.Validate();

    /// <summary>What comes before the first request.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        Check(app);
        PortTrial.Check(app.Configuration);
        await MigrateAsync(app);
    }

    // The check says what it found in sentences of its own.
    private static void Silence(WebApplicationBuilder builder) => builder.Logging.AddFilter(_ => false);

    private static Task MigrateAsync(WebApplication app) => app.Services.GetRequiredService<IBackEnd>().MigrateAsync(app.Services, CancellationToken.None);
}
