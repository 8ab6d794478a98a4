using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using TrunkBot.Access;
using TrunkBot.Channels;
using TrunkBot.Conversations;
using TrunkBot.Jobs;
using TrunkBot.Languages;
using TrunkBot.Outbox;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Operations;

/// <summary>Somebody who has never talked to the bot is to hear something.</summary>
internal sealed record TellPerson(string PersonId, string Text) : IPayload<TellPerson>
{
    public static string Kind => "tell-person";

    public static bool MayBeDismissed => true;

    [JsonIgnore]
    public string Purpose => Say.It("tell an administrator something in a personal chat");

    public static TellPerson Read(string stored) => JsonSerializer.Deserialize(stored, TellPersonJsonContext.Default.TellPerson) ?? throw new JsonException();

    public string Write() => JsonSerializer.Serialize(this, TellPersonJsonContext.Default.TellPerson);
}

/// <summary>Opens the personal chat, where the app is installed for them, and posts it there.</summary>
internal sealed class TellPersonJob(
    PersonalChats chats, AddressBook places, JobQueue jobs, IEnumerable<IChannel> channels, IOptions<AccessOptions> access, ILogger<TellPersonJob> log)
    : IJobHandler<TellPerson>
{
    public async Task<JobResult> RunAsync(TellPerson payload, Job job, CancellationToken cancellationToken)
    {
        foreach (var channel in channels.Where(channel => access.Value.BelievesIdentityFrom(channel.Id)))
        {
            if (await places.NewestAsync(job.TenantId!, channel.Id, null, default, cancellationToken) is not { } address)
                continue;
            try
            {
                var chat = await chats.OpenAsync(job.TenantId!, channel.Id, address, payload.PersonId, cancellationToken);
                if (chat is not null)
                    jobs.Post(chat, Activity.Message(payload.Text));
                return JobResult.Done;
            }
            catch (ConnectorException problem) when (problem.MayPass)
            {
                return JobResult.Later(problem.Message, problem.RetryAfter);
            }
            catch (ConnectorException refused)
            {
                // Not installed for them, or no channel on which a chat can be opened.
                log.PersonNotTold(payload.PersonId, refused.Message);
            }
        }

        return JobResult.Done;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TellPerson))]
internal sealed partial class TellPersonJsonContext : JsonSerializerContext;
