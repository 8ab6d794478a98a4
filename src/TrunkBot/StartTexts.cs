using System.Globalization;

namespace TrunkBot;

/// <summary>What whoever runs TrunkBot reads when it does not start, beside what the rooms say of their own settings.</summary>
internal static class StartTexts
{
    public const string CannotStart = "TrunkBot can't start:";

    /// <summary>What <c>--check</c> says in the end.</summary>
    public const string ConfigurationIsGood = "The configuration is good.";

    /// <summary>One of several sentences, on a line of its own.</summary>
    public static string Item(string sentence) => $"- {sentence}";

    public static string EndsInLineBreak(string setting) =>
        $"{setting} ends in a line break, which isn't part of it. Store it again without one, for instance with echo -n or printf.";

    public static string BeginsWithLineBreak(string setting) => $"{setting} begins with a line break, which isn't part of it. Store it again without one.";

    public static string BeginsWithByteOrderMark(string setting) =>
        $"{setting} begins with a byte-order mark, which an editor adds to a file. Store it again as UTF-8 without one.";

    public static string HoldsLineBreak(string setting) => $"{setting} has a line break in it, which isn't part of it. Store it again on one line.";

    public static string HoldsInvisible(string setting) =>
        $"{setting} has an invisible character in it, as copying from a web page can add. Type it again, or copy it from its source.";

    public static string EndsInSpace(string setting) => $"{setting} ends in a space, which isn't part of it. Store it again without one.";

    public static string BeginsWithSpace(string setting) => $"{setting} begins with a space, which isn't part of it. Store it again without one.";

    public static string IsInQuotes(string setting) => $"{setting} is in quotes, which aren't part of it. Store it again without them.";

    public const string NoWebCertificate =
        "An https address needs a certificate. Set Kestrel:Certificates:Default:Path and Password, or listen on http behind a proxy that does TLS.";

    public static string PortTaken(string address) => $"{address} is in use, perhaps by another TrunkBot. Stop that program, or set Urls to another address.";

    public static string PortForbidden(string address) => $"TrunkBot's account can't listen on {address}. Set Urls to a port above 1023, or give the account that right.";

    public static string NotThisMachine(string address) => $"{address} isn't an address of this machine. Set Urls to one that is, or to http://*:3978 for all of them.";

    public static string CannotListen(string problem) => $"TrunkBot can't listen on an address in Urls ({problem.TrimEnd('.')}). Use an address of this machine and a port that TrunkBot's account can open.";

    public static string BadWebSettings(string problem) => $"The web server doesn't accept its settings ({problem}). Check Urls and Kestrel.";

    public static string NoAddress(string address) => $"Urls holds {address}, which isn't an address. Write it like http://localhost:3978.";

    public static string NoPort(string setting, string port) => $"{setting} holds {port}, which isn't a port. Write a number like 3978.";

    public static string NoEndpointAddress(string endpoint) => $"{endpoint}:Url is missing. Set it to an address like http://localhost:3978.";

    public static string WebCertificateDoesNotOpen(string certificate) =>
        $"{certificate} names a certificate that can't be opened. Check its Path and Password, and that TrunkBot's account can read the file.";

    public static string UnreadableSettings(string file) => $"{file} can't be read. Check that TrunkBot's account can read it.";

    public static string BrokenSettings(string file, long line) => string.Create(CultureInfo.InvariantCulture, $"{file} isn't valid JSON in line {line}. Correct that line or the one before it.");

    public static string UnfitSettings(string file) => $"{file} can't be read as settings. It has to be one JSON object that names nothing twice.";
}
