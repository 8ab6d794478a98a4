using Microsoft.Extensions.Configuration;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

/// <summary>What a secret's file, a mail or a shell leaves around a value that was pasted or piped into a setting.</summary>
public sealed class PastedSettingsTests : IAsyncLifetime
{
    private const string Good = "0123456789012345678901234567890123456789";

    private readonly SandboxApp _sandbox = SandboxApp.Create("--port", "0", "--login-port", "0");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trunkbot-pasted-");

    public static TheoryData<string, string, string> Pasted
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var key in new[] { "VideoSdk:Secret", "VideoSdk:ApiKey", "MicrosoftAppPassword", "MicrosoftAppId", "MicrosoftAppTenantId", "Access:Tenants:0", "PublicUrl", "VideoSdk:BaseUrl" })
            {
                all.Add(key, "{0}\n", "ends in a line break");
                all.Add(key, "{0}\r\n", "ends in a line break");
                all.Add(key, "\uFEFF{0}", "byte-order mark");
                all.Add(key, "{0}\u200B", "invisible");
                all.Add(key, "{0} ", "ends in a space");
                all.Add(key, "\u00A0{0}", "begins with a space");
                all.Add(key, "\"{0}\"", "quotes");
                all.Add(key, "'{0}'", "quotes");
            }

            foreach (var key in new[] { "ConnectionStrings:TrunkBot", "Secrets:KeyFolder", "TrustedRootCertificate", "Secrets:Certificate:Password", "Secrets:OldCertificates:0:Password" })
            {
                all.Add(key, "{0}\n", "ends in a line break");
                all.Add(key, "\uFEFF{0}", "byte-order mark");
                all.Add(key, "{0}\u200B", "invisible");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Pasted))]
    public void What_was_pasted_around_a_setting_is_named_at_the_start_and_the_value_is_not_shown(string key, string form, string named)
    {
        var settings = Settings();
        var value = settings.GetValueOrDefault(key) is { Length: > 0 } there ? there : Good;
        settings[key] = form.Replace("{0}", value, StringComparison.Ordinal);
        var problem = Assert.Single(ProblemsWith(settings), problem => problem.StartsWith($"{key} ", StringComparison.Ordinal) && problem.Contains(named, StringComparison.Ordinal));
        Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secrets:Certificate:Password", "it ends in a blank ")]
    [InlineData("Secrets:Certificate:Password", "\"quoted\"")]
    [InlineData("ConnectionStrings:TrunkBot", "Data Source=\"trunkbot.db\"")]
    public void A_password_may_end_in_a_blank_and_a_connection_string_hold_quotes(string key, string value)
    {
        var settings = Settings();
        settings[key] = value;
        Assert.Empty(ProblemsWith(settings));
    }

    [Fact]
    public async Task The_check_names_a_secret_that_was_made_with_echo()
    {
        var settings = Settings();
        var yaml = await File.ReadAllTextAsync(SourceFolder.Of("tests/TrunkBot.Tests/Cases/secret-with-line-break/secret.yaml"));
        settings["VideoSdk:Secret"] = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(yaml.Split("VideoSdk__Secret: ")[1].Trim()));
        var (code, said) = await BotProcess.CheckAsync(settings);
        Assert.Equal(1, code);
        Assert.Contains("VideoSdk:Secret ends in a line break", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Good, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_names_a_line_break_in_the_password_of_the_certificate_before_it_says_that_it_does_not_open()
    {
        var settings = Settings();
        foreach (var (key, value) in Certificates.Usual)
            settings[key] = value;
        settings["Storage:BackEnd"] = "Postgres";
        settings["ConnectionStrings:TrunkBot"] = "Host=127.0.0.1;Database=trunkbot";
        settings["Secrets:Certificate:Password"] += "\n";
        var (code, said) = await BotProcess.CheckAsync(settings);
        Assert.Equal(1, code);
        Assert.Contains("Secrets:Certificate:Password ends in a line break", said, StringComparison.Ordinal);
    }

    public Task InitializeAsync() => _sandbox.StartAsync();

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings() =>
        new(_sandbox.BotSettings(Ports.Free(), Path.Combine(_folder.FullName, "trunkbot.db")), StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> ProblemsWith(Dictionary<string, string?> settings)
    {
        try
        {
            using var app = (IDisposable)TrunkBotApp.Create([], builder => builder.Configuration.AddInMemoryCollection(settings));
            TrunkBotApp.Check((Microsoft.AspNetCore.Builder.WebApplication)app);
            return [];
        }
        catch (Exception problem) when (StartProblem.SentencesOf(problem) is { Count: > 0 } sentences)
        {
            return sentences;
        }
    }
}
