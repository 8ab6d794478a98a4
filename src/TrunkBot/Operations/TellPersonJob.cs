using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Operations;

/// <summary>Tells something to somebody who has never talked to the bot: opens the personal chat, where the app is installed for them.</summary>
// The connector is fetched when it is needed, as it stands on settings of its own.
internal sealed class TellPersonJob(
    IServiceProvider services, AddressBook places, JobQueue jobs, IEnumerable<IChannel> channels, IOptions<AccessOptions> access, IOptions<ChannelAuthenticationOptions> bot,
    ILogger<TellPersonJob> log) : IJobHandler
{
    public const string JobKind = "tell-person";

    public string Kind => JobKind;

    public bool MayBeDismissed => true;

    public static string Payload(string personId, string text) => JsonSerializer.Serialize(new Message(personId, text), MessageJsonContext.Default.Message);

    public string Purpose(string payload) => "tell an administrator something in a personal chat";

    public async Task<JobResult> RunAsync(Job job, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.Deserialize(job.Payload, MessageJsonContext.Default.Message)!;
        foreach (var channel in channels.Where(channel => access.Value.BelievesIdentityFrom(channel.Id)))
        {
            if (await places.NewestAsync(job.TenantId!, channel.Id, null, default, cancellationToken) is not { } address)
                continue;
            try
            {
                var chat = await OpenAsync(job.TenantId!, channel.Id, address, message.PersonId, cancellationToken);
                if (chat is not null)
                    jobs.Post(chat, Activity.Message(message.Text));
                return JobResult.Done;
            }
            catch (ConnectorException problem) when (problem.MayPass)
            {
                return JobResult.Later(problem.Message, problem.RetryAfter);
            }
            catch (ConnectorException refused)
            {
                // Not installed for them, or no channel on which a chat can be opened.
                log.PersonNotTold(message.PersonId, refused.Message);
            }
        }

        return JobResult.Done;
    }

    private async Task<ConversationReference?> OpenAsync(string tenantId, string channelId, string address, string personId, CancellationToken ct)
    {
        var me = new ChannelAccount { Id = $"28:{bot.Value.MicrosoftAppId}" };
        // Without a message inside, opening the same chat twice is harmless.
        var opened = await services.GetRequiredService<ConnectorClient>().CreateConversationAsync(
            address,
            new ConversationParameters
            {
                Bot = me,
                Members = [new ChannelAccount { Id = personId }],
                TenantId = tenantId,
                ChannelData = new TeamsChannelData { Tenant = new TenantInfo { Id = tenantId } },
            },
            ct);
        return opened.Id is not { Length: > 0 } id ? null : new ConversationReference
        {
            ChannelId = channelId,
            ServiceUrl = address,
            Conversation = new ConversationAccount { Id = id, TenantId = tenantId },
            Bot = me,
        };
    }

    internal sealed record Message(string PersonId, string Text);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TellPersonJob.Message))]
internal sealed partial class MessageJsonContext : JsonSerializerContext;
