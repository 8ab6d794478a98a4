using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Jobs;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Shape;

public sealed class JobTests
{
    [Fact]
    public async Task Every_kind_of_stored_work_is_registered_once_with_its_handler()
    {
        await using var world = await Company.StartAsync();
        await using var scope = world.Bot.Services.CreateAsyncScope();
        List<Type> payloads = [.. scope.ServiceProvider.GetServices<JobKind>().Select(kind => kind.Payload)];
        var handlers = payloads.Select(payload => scope.ServiceProvider.GetServices(typeof(IJobHandler<>).MakeGenericType(payload)).Single()!.GetType());
        Listed.Same(Written(typeof(IPayload<>)), payloads.Select(payload => payload.Name), "the room's Registration.cs: AddJob");
        Listed.Same(Written(typeof(IJobHandler<>)), handlers.Select(handler => handler.Name), "the room's Registration.cs: AddJob");
    }

    /// <summary>The classes of the program that are one of these.</summary>
    internal static IEnumerable<string> Written(Type what) => typeof(JobKind).Assembly.GetTypes()
        .Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == what))
        .Select(type => type.Name);
}
