using System.Text.Json;
using System.Text.Json.Serialization;
using TrunkBot.Protocol.Connector;
using TrunkBot.Protocol.SignIn;

namespace TrunkBot.Protocol.Schema;

/// <summary>Source-generated JSON of the protocol: camel case, nulls left out, unknown members kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(TaskModuleRequest))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(TaskModuleInfo))]
[JsonSerializable(typeof(MessageExtensionAction))]
[JsonSerializable(typeof(MessageExtensionQuery))]
[JsonSerializable(typeof(LinkQuery))]
[JsonSerializable(typeof(MessageExtensionResponse))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(TeamChannelList))]
[JsonSerializable(typeof(ConnectorError))]
[JsonSerializable(typeof(OAuthCard))]
[JsonSerializable(typeof(TokenExchangeInvokeValue))]
[JsonSerializable(typeof(TokenExchangeInvokeResponse))]
[JsonSerializable(typeof(SignInVerifyStateValue))]
[JsonSerializable(typeof(SignInFailureValue))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(SignInResource))]
[JsonSerializable(typeof(TokenExchangeRequest))]
[JsonSerializable(typeof(TokenExchangeState))]
[JsonSerializable(typeof(List<ChannelAccount>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class ProtocolJsonContext : JsonSerializerContext;
