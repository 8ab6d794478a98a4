using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using TrunkBot.Diagnostics;
using TrunkBot.Protocol.Authentication;

namespace TrunkBot.VideoSdk;

internal static class VideoSdkRegistration
{
    // Longer pauses are for a job; whoever asked in a chat is told at once.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan TimeToWriteDown = TimeSpan.FromSeconds(10);

    public static IHostApplicationBuilder AddVideoSdk(this IHostApplicationBuilder app)
    {
        var services = app.Services;
        services.AddOptions<VideoSdkOptions>().BindConfiguration(VideoSdkOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VideoSdkOptions>, VideoSdkOptionsValidator>();
        // A create that has left is waited for, or its answer would be lost with the process; whoever wants to wait longer may.
        services.AddOptions<HostOptions>().PostConfigure<IConfiguration>((host, configuration) =>
            host.ShutdownTimeout = host.ShutdownTimeout > Patience(configuration) ? host.ShutdownTimeout : Patience(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<VideoSdkMeasures>();
        services.AddSingleton<VideoSdkToken>();
        services.AddTransient<VideoSdkTokenHandler>();
        services.AddSingleton<VideoSdkClient>();
        // A connection of its own for every create: one that is kept may be dead already, and then nobody knows whether the request arrived.
        AddClient(services, VideoSdkClient.OnceClient, TimeSpan.Zero);
        AddClient(services, VideoSdkClient.RepeatableClient, TimeSpan.FromMinutes(5))
            .AddResilienceHandler("repeat", (pipeline, context) => Repeat(pipeline, context.ServiceProvider));
        return app;
    }

    // Read past the options: the host asks while it is being built, and whatever is wrong is to be named with all the rest.
    private static TimeSpan Patience(IConfiguration configuration) => TimeToWriteDown
        + (TimeSpan.TryParse(configuration["VideoSdk:Timeout"], CultureInfo.InvariantCulture, out var timeout) ? timeout : new VideoSdkOptions().Timeout);

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name, TimeSpan connectionLife) => services
        .AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IConfiguration>(), connectionLife))
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RedactLoggedHeaders(_ => true)
        .AddHttpMessageHandler<VideoSdkTokenHandler>();

    private static SocketsHttpHandler Handler(IConfiguration configuration, TimeSpan connectionLife)
    {
        var handler = new TrustedRoot(configuration["TrustedRootCertificate"] ?? "").CreateHandler();
        handler.PooledConnectionLifetime = connectionLife;
        return handler;
    }

    private static void Repeat(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider services)
    {
        pipeline.TimeProvider = services.GetRequiredService<TimeProvider>();
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(
                HttpClientResiliencePredicates.IsTransient(attempt.Outcome) && !(attempt.Outcome.Result?.Headers.RetryAfter?.Delta > LongestPause)),
        });
    }
}
