using System.Globalization;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Audit.Verifying;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Approvals;
using TrunkBot.Tests.World;
using Xunit.Abstractions;

namespace TrunkBot.Tests.StateMachine;

/// <summary>
/// Whatever happens to a request, in whatever order: nothing is sent that not enough people have approved as it stands, nothing is sent twice,
/// and what has ended stays so. <c>TRUNKBOT_PROPERTY_CASES=5000</c> tries more, <c>TRUNKBOT_PROPERTY_SEED</c> repeats what a failure has printed.
/// </summary>
public sealed class StateMachineTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly PowerCut _cut = new();
    private Company _world = null!;
    private int _cases;

    [Fact]
    public async Task Whatever_happens_only_what_enough_people_have_approved_is_created_and_only_once()
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("TRUNKBOT_PROPERTY_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 300;
        var met = new Tally();
        await Act.Sequences.SampleAsync(
            async acts =>
            {
                var story = new RequestStory(_world, _cut, Interlocked.Increment(ref _cases));
                try
                {
                    await story.RunAsync(acts);
                    met.Note(story);
                }
                catch (Exception problem) when (problem is not StoryException)
                {
                    // The first is the one that counts: where it has broken the world, all that come after it fail for that.
                    output.WriteLine($"{string.Join(", ", (object[])acts)}: {problem}");
                    throw new StoryException(story, problem);
                }
            },
            output.WriteLine, Environment.GetEnvironmentVariable("TRUNKBOT_PROPERTY_SEED"), cases, threads: 1, print: acts => string.Join(", ", (object[])acts));
        output.WriteLine(met.ToString());
        met.AssertRich(cases);
        await using var scope = _world.Bot.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None)).Flaws);
    }

    public async Task InitializeAsync()
    {
        _world = await Company.StartAsync(new CompanyOptions
        {
            BackEndAround = _cut.Around,
            Settings = new(Two.Approvers)
            {
                ["Access:Roles:Approver:20"] = $"user:{SandboxApp.Person("riya").ObjectId}",
                ["Access:Roles:Approver:21"] = $"user:{SandboxApp.Person("ada").ObjectId}",
            },
        });
        _world.Sandbox.Channel.Sent.Most = 100_000;
        await _world.Ada.SaysAsync("/trunk approvals here", "teams-room");
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();
}
