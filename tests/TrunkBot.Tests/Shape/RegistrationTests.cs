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
}
