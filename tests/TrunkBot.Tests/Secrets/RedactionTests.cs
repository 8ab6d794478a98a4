using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrunkBot.Secrets;

namespace TrunkBot.Tests.Secrets;

public sealed class RedactionTests : IDisposable
{
    private const string Canary = "c4nary \"<RedactionTests>\" ü";
    private readonly Secret _secret = new(Canary);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-keys-");
    private readonly WrittenLog _written = new();

    public static TheoryData<string> Spellings => new(
        Canary,
        System.Text.Json.JsonEncodedText.Encode(Canary).ToString(),
        Uri.EscapeDataString(Canary),
        System.Text.Encodings.Web.HtmlEncoder.Default.Encode(Canary));

    [Theory, MemberData(nameof(Spellings))]
    public void No_provider_is_given_a_known_secret_at_any_level(string spelling)
    {
        using var app = Build();
        var log = app.Services.GetRequiredService<ILogger<RedactionTests>>();
        using (log.BeginScope("in {Scope}", spelling))
        using (log.BeginScope(new Dictionary<string, object> { ["Member"] = spelling }))
            foreach (var level in Enum.GetValues<LogLevel>())
                log.Log(level, new InvalidOperationException($"broke on {spelling}"), "typed {Value}", spelling);

        Assert.Contains("typed •••", _written.All, StringComparison.Ordinal);
        Assert.Contains("broke on •••", _written.All, StringComparison.Ordinal);
        Assert.DoesNotContain("4nary", _written.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_holds_a_secret_is_replaced()
    {
        using var app = Build();
        app.Services.GetRequiredService<ILogger<RedactionTests>>().LogInformation("typed {Values}", (object)new[] { "a", Canary });
        Assert.DoesNotContain("4nary", _written.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_of_the_configuration_are_known_from_the_first_line()
    {
        using var app = Build(
            ("MicrosoftAppPassword", "app-password-canary"), ("ConnectionStrings:TrunkBot", "Host=db;Password=db-password-canary"),
            ("AZURE_CLIENT_SECRET", "azure-secret-canary"), ("AZURE_CLIENT_CERTIFICATE_PASSWORD", "azure-password-canary"));
        app.Services.GetRequiredService<ILogger<RedactionTests>>()
            .LogTrace("with app-password-canary and db-password-canary, azure-secret-canary and azure-password-canary");
        Assert.Contains("with ••• and •••, ••• and •••", _written.All, StringComparison.Ordinal);
    }

    [Fact]
    public void The_token_of_a_one_time_page_is_replaced_although_nobody_knows_it()
    {
        using var app = Build();
        app.Services.GetRequiredService<ILogger<RedactionTests>>()
            .LogInformation("Request starting GET {Url}", "https://bot.example/secret/yQ4mJ3dV0r8sW1kZ5bXnC7tLpEoAgHuI2fD-vB9_x6M?again");
        Assert.Contains("https://bot.example/secret/•••?again", _written.All, StringComparison.Ordinal);
        Assert.DoesNotContain("yQ4mJ3d", _written.All, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_no_secret_is_written_as_it_is()
    {
        using var app = Build();
        app.Services.GetRequiredService<ILogger<RedactionTests>>().LogInformation("Request {Id} was created.", "TR-7");
        Assert.Contains("Request TR-7 was created.", _written.All, StringComparison.Ordinal);
        Assert.Contains("Id=TR-7", _written.All, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        GC.KeepAlive(_secret);
        _folder.Delete(recursive: true);
    }

    private WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = BareBuilder.Create();
        builder.Configuration["Secrets:KeyFolder"] = _folder.FullName;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_written);
        builder.AddSecrets();
        return builder.Build();
    }
}
