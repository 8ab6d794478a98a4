namespace TrunkBot.Protocol.Tests.Differential;

/// <summary>All inputs.</summary>
internal static class Inputs
{
    public static IReadOnlyList<Input> All { get; } =
    [
        .. HttpInputs.All, .. BodyInputs.All, .. TokenInputs.All, .. HandlerInputs.All, .. InvokeInputs.All,
        .. ReplyInputs.All, .. ConnectorInputs.All, .. DialogInputs.All, .. StateInputs.All,
    ];
}
