namespace TrunkBot.Trunks.Fields;

/// <summary>What is said about a value that was mended, or that was probably meant otherwise.</summary>
internal static class FieldTexts
{
    public static Finding NumberBecomes(string typed, string number) =>
        Finding.Note(FieldIds.Numbers, $"{Echo.Quoted(typed)} will be sent as {number}.");

    public static Finding HostBecomes(string host) => Finding.Note(FieldIds.Domain, $"Only the host will be sent: {Echo.Quoted(host, longest: 120)}.");

    public static Finding DirectionBecomes(string typed, string direction) =>
        Finding.Note(FieldIds.Direction, $"{Echo.Quoted(typed)} will be sent as {direction}.");

    public static string DidYouMean(string value) => $"Did you mean {Echo.Quoted(value, longest: 120)}?";

    /// <summary>The password that was kept went with another host or username.</summary>
    public static Finding PasswordOfAnother { get; } = Finding.Error(
        FieldIds.Password, "The host or username has changed, so I dropped the password you entered before.", "Enter the password that goes with the new values.");
}
