using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Chat;
using TrunkBot.Chat.Hearing;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

/// <summary>Every command is registered, says who may use it, can be used as its examples say, and is in the help.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private static readonly string[] s_forEverybody = ["help", "whoami", "cancel", "signin", "signout"];

    private Company _world = null!;
    private IReadOnlyList<CommandEntry> _commands = [];

    [Fact]
    public void Every_command_is_registered_once()
    {
        var all = Concrete(typeof(ICommand));
        Listed.Same(all, _commands.Select(command => command.Type.Name), "the room's Registration.cs: AddCommand");
        Assert.Equal(_commands.Count, _commands.Select(command => command.Spec.Words).Distinct().Count());
    }

    [Fact]
    public void Every_command_names_its_roles_unless_it_is_for_everybody() => Assert.Equal(
        s_forEverybody.Order(), _commands.Where(command => command.Spec.Roles.Count == 0).Select(command => command.Spec.Words).Order());

    [Fact]
    public void Every_example_is_understood()
    {
        var table = _world.Bot.Services.GetRequiredService<CommandTable>();
        foreach (var (type, spec) in _commands)
        {
            Assert.NotEmpty(spec.Examples);
            foreach (var example in spec.Examples)
            {
                var found = Assert.IsType<FoundCommand>(table.Find(example));
                Assert.Equal(type, found.Command.Type);
                Assert.Empty(LineProblems.Of(found.Line));
            }
        }
    }

    [Fact]
    public async Task The_help_names_every_command_and_explains_each()
    {
        var help = (await _world.Riya.SaysAsync("/help")).Text;
        foreach (var (_, spec) in _commands)
        {
            Assert.Contains("/" + spec.Words, help, StringComparison.Ordinal);
            Assert.Contains(spec.Examples[0], (await _world.Riya.SaysAsync($"/help {spec.Words}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_card_action_is_registered_once_under_a_verb_of_its_own()
    {
        var actions = _world.Bot.Services.GetServices<CardActionEntry>().ToList();
        Listed.Same(Concrete(typeof(ICardAction)), actions.Select(action => action.Type.Name), "the room's Registration.cs: AddCardAction");
        Assert.Equal(actions.Count, actions.Select(action => action.Verb).Distinct().Count());
    }

    public async Task InitializeAsync()
    {
        // With everything switched on that brings commands.
        _world = await Company.StartAsync(new CompanyOptions { Settings = { ["Access:SignIn:ConnectionName"] = "entra" } });
        _commands = [.. _world.Bot.Services.GetServices<CommandEntry>()];
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private static IEnumerable<string> Concrete(Type what) => typeof(TrunkBotApp).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && what.IsAssignableFrom(type)).Select(type => type.Name);
}
