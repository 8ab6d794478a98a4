using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

public sealed class JobTests
{
    [Fact]
    public async Task Every_kind_of_stored_work_is_registered_once()
    {
        await using var world = await Company.StartAsync();
        await using var scope = world.Bot.Services.CreateAsyncScope();
        List<IJobHandler> handlers = [.. scope.ServiceProvider.GetServices<IJobHandler>()];
        var written = typeof(IJobHandler).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IJobHandler)));
        Listed.Same(written.Select(type => type.Name), handlers.Select(handler => handler.GetType().Name), "the room's Registration.cs: AddJob");
        Assert.Equal(handlers.Count, handlers.Select(handler => handler.Kind).Distinct().Count());
    }
}
