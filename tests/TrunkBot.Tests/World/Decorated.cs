using Microsoft.Extensions.DependencyInjection;

namespace TrunkBot.Tests.World;

/// <summary>Puts something around a service, and changes others, after the bot has registered everything, just before the container is built.</summary>
internal sealed class Decorated<TService>(Func<TService, TService> around, Action<IServiceCollection>? change = null) : IServiceProviderFactory<IServiceCollection> where TService : class
{
    private readonly DefaultServiceProviderFactory _usual = new();

    public IServiceCollection CreateBuilder(IServiceCollection services) => services;

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
    {
        var inner = containerBuilder.Last(service => service.ServiceType == typeof(TService));
        containerBuilder.Remove(inner);
        containerBuilder.AddSingleton(services => around((TService)inner.ImplementationFactory!(services)));
        change?.Invoke(containerBuilder);
        return _usual.CreateServiceProvider(containerBuilder);
    }
}
