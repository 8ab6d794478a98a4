using Microsoft.Extensions.DependencyInjection;

namespace TrunkBot.Tests.Shape;

/// <summary>What a room registers it registers once.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void Nothing_of_this_program_is_registered_twice_for_the_same_thing()
    {
        IServiceCollection? registered = null;
        TrunkBotApp.Create([], builder => registered = builder.Services);
        Assert.Empty(registered!
            .Where(service => service is { IsKeyedService: false, ImplementationType.Assembly: var assembly } && assembly == typeof(TrunkBotApp).Assembly)
            .GroupBy(service => (service.ServiceType, service.ImplementationType))
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key.ImplementationType} as {same.Key.ServiceType}: {same.Count()} times"));
    }

    // Where people develop, a host looks at it when it is built; elsewhere it would be seen when two people are taken for one.
    [Fact]
    public async Task Nothing_that_lives_as_long_as_the_program_holds_what_lives_for_one_turn()
    {
        await using var built = TrunkBotApp.Create(["--environment", "Development"]);
        Assert.NotNull(built.Services);
    }
}
