using System.Reflection;
using System.Runtime.CompilerServices;
using TrunkBot.Protocol.Builder;
using TrunkBot.Sandbox;

namespace TrunkBot.Tests.Shape;

/// <summary>What is made from many things has more than one idea.</summary>
public sealed class ConstructorTests
{
    private const int Most = 6;

    private static readonly Assembly[] s_ours = [typeof(TrunkBotApp).Assembly, typeof(CloudAdapter).Assembly, typeof(SandboxApp).Assembly];

    [Fact]
    public void A_class_is_made_from_at_most_six_things()
    {
        List<string> wrong =
        [
            .. from assembly in s_ours
               from type in assembly.GetTypes()
               where IsWritten(type) && !HoldsValues(type)
               let most = MostThings(type)
               where most > Most
               orderby most descending, type.Name
               select $"{type.Name} {most}",
        ];
        Assert.True(wrong.Count == 0, $"Made from more than {Most}: {string.Join(", ", wrong)}");
    }

    private static int MostThings(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(one => one.GetParameters().Length).DefaultIfEmpty().Max();

    private static bool IsWritten(Type type) => type.IsClass && !type.IsDefined(typeof(CompilerGeneratedAttribute));

    // A record, which has what others have not: a way to copy it. Exceptions and attributes tell of something as well.
    private static bool HoldsValues(Type type) =>
        type.GetMethod("<Clone>$") is not null || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(Attribute));
}
