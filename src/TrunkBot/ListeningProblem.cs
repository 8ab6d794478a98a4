using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;

namespace TrunkBot;

/// <summary>Why the web server cannot listen where it was told to.</summary>
internal static partial class ListeningProblem
{
    private const string Server = "Microsoft.AspNetCore.Server.Kestrel";

    public static string? SentenceOf(Exception problem) => problem switch
    {
        IOException { InnerException: AddressInUseException } => StartTexts.PortTaken(Address().Match(problem.Message).Value),
        IOException { InnerException: AggregateException several } when several.InnerExceptions.Any(inner => inner is SocketException) => StartTexts.CannotListen(several.InnerExceptions[0].Message),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AccessDenied or SocketError.AddressFamilyNotSupported } =>
            StartTexts.CannotListen(problem.Message),
        InvalidOperationException { Source: { } source } when source.StartsWith(Server, StringComparison.Ordinal) => problem.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase)
            ? StartTexts.NoWebCertificate
            : StartTexts.BadWebSettings(FirstLine(problem.Message)),
        FormatException { Source: { } source } when source.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) => StartTexts.BadWebSettings(FirstLine(problem.Message)),
        _ => null,
    };

    private static string FirstLine(string text) => text.Split('\n')[0].Trim().TrimEnd('.');

    [GeneratedRegex(@"https?://[^\s:]*(\[[^\]]*\])?:[0-9]+")]
    private static partial Regex Address();
}
