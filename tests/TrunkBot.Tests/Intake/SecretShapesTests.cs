using TrunkBot.Intake.Noticing;

namespace TrunkBot.Tests.Intake;

/// <summary>A rule is only made for a text that has what it needs: here each rule gets the least that it has to find, in either case where case does not matter.</summary>
public sealed class SecretShapesTests
{
    private const string Value = "Zq7wK4mP9xL2vB8nR5tY";

    private static readonly Dictionary<string, Func<string>> s_shapes = new()
    {
        ["header with a colon"] = () => $"Authorization: {Value}",
        ["header with an equals sign"] = () => $"X-API-KEY={Value}",
        ["basic"] = () => $"say BASIC {Value}",
        ["bearer"] = () => $"say Bearer {Value}",
        ["digest's response"] = () => $"Response={new string('a', 31)}7",
        ["digest's first hash"] = () => $"HA1={new string('b', 31)}7",
        ["user after a short option"] = () => $"curl -u acme:{Value} https",
        ["user after a short option in capitals"] = () => $"curl -U acme:{Value} https",
        ["user after a long option"] = () => $"curl --user acme:{Value} https",
        ["user of a proxy"] = () => $"curl --proxy-user acme:{Value} https",
        ["web token"] = () => $"it is ey{"J"}hbGciOiJI.{Value}",
        ["key of a live account"] = () => $"it is s{"k"}_live_{Value}",
        ["key with hyphens"] = () => $"it is s{"k"}-{Value}",
        ["key of a carrier"] = () => $"it is KE{"Y"}0{Value}",
        ["token of a repository"] = () => $"it is gh{"p"}_{Value}",
        ["token of an app in a repository"] = () => $"it is gh{"s"}_{Value}",
        ["token of a chat"] = () => $"it is xo{"x"}b-{Value}",
        ["key of a cloud"] = () => $"it is AK{"I"}A{"ZQ7WK4MP9XL2VB8N"}",
        ["private key"] = () => $"-----BEGIN {"PRIVATE"} KEY-----{Value}",
        ["pair in code, single quotes"] = () => $"new Client('acme-id', '{Value}')",
        ["pair in code, double quotes"] = () => $"""AUTH=("acme-id", "{Value}")""",
        ["insert"] = () => $"INSERT INTO trunks (name, password) VALUES ('acme', '{Value}')",
    };

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    [Theory, MemberData(nameof(Shapes))]
    public void Is_found_wherever_it_stands(string shape)
    {
        var noticed = SecretNotice.In($"hello,\n{s_shapes[shape]()}\nthanks", isAlone: false);
        Assert.Equal(1, noticed.Secrets);
        Assert.Contains(SecretNotice.Stars, noticed.Text, StringComparison.Ordinal);
    }
}
