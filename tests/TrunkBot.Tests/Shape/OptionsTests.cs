using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using TrunkBot.Access;
using TrunkBot.Access.SignIn;
using TrunkBot.Approvals;
using TrunkBot.Audit;
using TrunkBot.Channels;
using TrunkBot.Jobs;
using TrunkBot.Policies;
using TrunkBot.Protocol.Authentication;
using TrunkBot.Protocol.Authentication.Credentials;
using TrunkBot.Protocol.Hosting;
using TrunkBot.Secrets;
using TrunkBot.Secrets.OneTimePage;
using TrunkBot.Storage;
using TrunkBot.Trunks;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.Shape;

/// <summary>The root's appsettings.json is the list of all settings, with their defaults.</summary>
public sealed class OptionsTests
{
    private static readonly (string Section, Type Type)[] s_sections =
    [
        ("", typeof(ChannelAuthenticationOptions)), ("", typeof(OneTimePageOptions)), ("Limits", typeof(BotEndpointOptions)),
        ("Storage", typeof(StorageOptions)), ("Secrets", typeof(SecretsOptions)), ("Jobs", typeof(JobOptions)), ("Audit", typeof(AuditOptions)),
        ("VideoSdk", typeof(VideoSdkOptions)), ("Channels", typeof(ChannelsOptions)), ("Access", typeof(AccessOptions)), ("Access:SignIn", typeof(SignInOptions)),
        ("Policies", typeof(PolicyOptions)), ("Approvals", typeof(ApprovalOptions)), ("Trunks", typeof(TrunkOptions)),
    ];

    // Settings of the host, which no class of ours stands for.
    private static readonly string[] s_hosts = ["Logging:", "ConnectionStrings:TrunkBot"];

    [Fact]
    public void Every_setting_is_listed_with_its_default_and_nothing_else_is()
    {
        var listed = Leaves(JsonDocument.Parse(File.ReadAllText(Path.Combine(Source.Root, "appsettings.json"))).RootElement, "")
            .Where(leaf => !s_hosts.Any(host => leaf.Key.StartsWith(host, StringComparison.Ordinal)));
        var known = s_sections.SelectMany(section => Settings(section.Type, section.Section));
        Assert.Equal(
            known.Select(setting => $"{setting.Key} = {setting.Default}").Order(),
            listed.Select(leaf => $"{leaf.Key} = {leaf.Value}").Order());
    }

    [Fact]
    public void Every_options_class_is_in_the_list_and_every_setting_is_explained()
    {
        var classes = typeof(TrunkBotApp).Assembly.GetTypes().Concat(typeof(ChannelAuthenticationOptions).Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal)
                && type.GetProperties().Any(property => property.CanWrite) && type.Namespace != "TrunkBot.Protocol.Dialogs");
        var docs = new[] { "TrunkBot", "TrunkBot.Protocol" }
            .SelectMany(name => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("member"))
            .Select(member => member.Attribute("name")!.Value).ToHashSet();
        Assert.Empty(classes.Except(s_sections.Select(section => section.Type)).Where(type => type != typeof(ApprovalsRoomOptions) && type != typeof(BotCredentialOptions)).Select(type => type.FullName));
        var settings = classes.Append(typeof(RoleLists))
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite).Select(property => $"P:{type.FullName}.{property.Name}"));
        Assert.Empty(settings.Except(docs));
    }

    private static IEnumerable<(string Key, string Default)> Settings(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var key = section.Length == 0 ? property.Name : $"{section}:{property.Name}";
            if (property.PropertyType == typeof(BotCredentialOptions) || property.PropertyType == typeof(ApprovalsRoomOptions) || property.PropertyType == typeof(RoleLists) || property.PropertyType == typeof(CertificateSetting))
                foreach (var setting in Settings(property.PropertyType, key))
                    yield return setting;
            else
                yield return (key, Default(key, property.GetValue(defaults)));
        }
    }

    private static string Default(string key, object? value) => value switch
    {
        _ when key is "Channels:Allowed" or "Access:IdentityFromChannel" => "msteams",
        null => "",
        string text => text,
        IEnumerable list => string.Join(",", list.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<(string Key, string Value)> Leaves(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Name : $"{path}:{member.Name}")),
        JsonValueKind.Array => [(path, string.Join(",", element.EnumerateArray()))],
        JsonValueKind.True => [(path, "True")],
        JsonValueKind.False => [(path, "False")],
        _ => [(path, element.ToString())],
    };
}
