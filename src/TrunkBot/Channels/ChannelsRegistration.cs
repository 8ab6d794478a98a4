using ChannelIds = TrunkBot.Protocol.Schema.Channels;

namespace TrunkBot.Channels;

internal static class ChannelsRegistration
{
    public static IHostApplicationBuilder AddChannels(this IHostApplicationBuilder app)
    {
        app.Services.AddOptions<ChannelsOptions>().BindConfiguration(ChannelsOptions.Section);
        app.Services.AddSingleton<ChannelTable>();
        return app
            .AddChannel(new TeamsChannel())
            .AddChannel(new WebChatChannel(ChannelIds.Webchat))
            .AddChannel(new WebChatChannel(ChannelIds.Directline))
            .AddChannel(new WebChatChannel(ChannelIds.Emulator));
    }

    private static IHostApplicationBuilder AddChannel(this IHostApplicationBuilder app, IChannel channel)
    {
        app.Services.AddSingleton(channel);
        return app;
    }
}
