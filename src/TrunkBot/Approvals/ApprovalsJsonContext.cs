using System.Text.Json.Serialization;
using TrunkBot.Languages;

namespace TrunkBot.Approvals;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<ApprovalFact>))]
[JsonSerializable(typeof(List<Decision>))]
[JsonSerializable(typeof(List<Handover>))]
[JsonSerializable(typeof(List<Sight>))]
[JsonSerializable(typeof(List<Noted>))]
internal sealed partial class ApprovalsJsonContext : JsonSerializerContext;
