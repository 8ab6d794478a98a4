using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using TrunkBot.Secrets;

namespace TrunkBot.Tests.Secrets;

public class SecretTests
{
    private const string Clear = "c4nary-Value-of-SecretTests";
    private readonly Secret _secret = new(Clear);

    [Fact]
    public void A_secret_prints_as_dots_however_it_is_printed()
    {
        Assert.Equal("•••", _secret.ToString());
        Assert.Equal("•••", string.Format(CultureInfo.InvariantCulture, "{0}", _secret));
        Assert.DoesNotContain(Clear, JsonSerializer.Serialize(new { Password = _secret }), StringComparison.Ordinal);
        Assert.Equal("•••", typeof(Secret).GetCustomAttribute<System.Diagnostics.DebuggerDisplayAttribute>()?.Value);
        Assert.DoesNotContain(Clear, new Holder(_secret).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_has_no_member_that_a_serializer_or_debugger_would_show() =>
        Assert.Empty(typeof(Secret).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

    [Fact]
    public void A_secret_is_not_read_from_json() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Secret>("\"value\""));

    [Fact]
    public void Equal_values_are_equal_secrets()
    {
        Assert.Equal(_secret, new Secret(Clear));
        Assert.NotEqual(_secret, new Secret(Clear + "."));
        Assert.NotEqual(_secret, new Secret(""));
    }

    [Fact]
    public void The_configuration_binder_fills_a_secret()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Password", Clear)]).Build();
        Assert.Equal(_secret, configuration.GetValue<Secret>("Password"));
    }

    [Fact]
    public void Only_the_rooms_Secrets_and_VideoSdk_reveal_a_secret()
    {
        var room = Path.GetDirectoryName(SourceFolder.Of("src/TrunkBot/Secrets"))!;
        var others = Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(room, file).Split(Path.DirectorySeparatorChar)[0] is not ("Secrets" or "VideoSdk"))
            .Where(file => File.ReadAllText(file).Contains(".Reveal(", StringComparison.Ordinal));
        Assert.Empty(others);
    }

    private sealed record Holder(Secret Password);
}
