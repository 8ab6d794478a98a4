using Microsoft.Extensions.DependencyInjection;
using TrunkBot.Chat;
using TrunkBot.Sandbox;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Chat;

/// <summary>A chat line is hostile input: nothing is read, nothing throws, and every answer is a sentence.</summary>
public sealed class HostileLineTests
{
    private const string Canary = "canary-content-of-a-file";

    private static readonly CompanyOptions s_everybodyMay = new()
    {
        Settings =
        {
            ["Access:Roles:Approver:5"] = "user:" + SandboxApp.Person("riya").ObjectId,
            ["Access:Roles:Admin:5"] = "user:" + SandboxApp.Person("riya").ObjectId,
        },
    };

    [Fact]
    public async Task Whatever_is_typed_where_an_argument_goes_is_read_from_nowhere_and_answered_with_a_sentence()
    {
        IReadOnlyList<CommandSpec> specs;
        await using (var first = await Company.StartAsync())
            specs = [.. first.Bot.Services.GetRequiredService<CommandTable>().Specs];
        var said = 0;
        foreach (var spec in specs)
            said += await TypeAllAsync(spec);
        Assert.True(said > 500, $"Only {said} lines were typed.");
    }

    [Theory]
    [InlineData("--number +14155550100 ")]
    [InlineData("--name twilio ")]
    [InlineData("--chat ")]
    [InlineData("--bogus x ")]
    [InlineData("--password x ")]
    [InlineData("\" ")]
    [InlineData("@/etc/hostname ")]
    public async Task Five_hundred_of_anything_get_one_short_answer(string piece)
    {
        await using var world = await Company.StartAsync();
        var heard = await world.Riya.SaysAsync("/trunk new " + string.Concat(Enumerable.Repeat(piece, 500)));
        Assert.Single(heard.Sent);
        Assert.InRange(heard.Text.Length, 10, 12_000);
        Assert.DoesNotContain("Something went wrong", heard.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_takes_one_value_is_not_taken_twice()
    {
        await using var world = await Company.StartAsync();
        foreach (var option in new[] { "name", "host", "direction", "username" })
            Assert.Contains($"--{option} was given more than once. Give it once.",
                (await world.Riya.SaysAsync($"/trunk new --{option} aaa --{option} bbb")).Text, StringComparison.Ordinal);
        Assert.Contains("--name needs a value after it.", (await world.Riya.SaysAsync("/trunk new --name")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.StoredAsync(db => Task.FromResult(db.Set<TrunkBot.Trunks.Requests.TrunkRequest>().Count())));
    }

    private static string[] Values(string file) =>
    [
        "@/etc/hostname", "@" + file, $"\"@{file}\"", "[diagram]", "[suggest]", "[suggest:3]", "[debug]", "[env:PATH=/tmp]", "“smart”", "‘single’",
        "«guillemets»", "—dash", "–", "―name", "a\u00a0b", "--name x --name y", "--help", "-?", "--version", "--", "-", "/", "@", "''", "\"\"",
        "\"unbalanced", "'unbalanced", "🙂🏳️‍🌈👩‍👩‍👧", "שלום עולם", "مرحبا", "\u202Eevil\u202C", "\u200b", "../../etc/passwd", "%s%n{0}", "$(reboot)", "`id`",
        "<at>TrunkBot</at>", "TR-99999999999999999999", "TR-0", "TR--1", "TR-1", "tr-1;drop table", "?", "#", "a=b", "=", ":", "\t", "\n\n", "\u0001",
        new string('x', 20_000), string.Concat(Enumerable.Repeat("🙂", 3000)),
    ];

    private static IEnumerable<(string Line, string Value)> Lines(CommandSpec spec, string file)
    {
        foreach (var value in Values(file))
        {
            yield return ($"/{spec.Words} {value}", value);
            yield return ($"/{spec.Words} TR-1 {value}", value);
            yield return ($"{value} /{spec.Words}", value);
        }

        foreach (var option in spec.Command.Options.Where(option => !option.Hidden && option.Arity.MaximumNumberOfValues > 0))
            foreach (var value in Values(file))
                yield return ($"/{spec.Words} {option.Name} {value}", value);
    }

    // A company for each command: the sandbox remembers only so many messages.
    private static async Task<int> TypeAllAsync(CommandSpec spec)
    {
        await using var world = await Company.StartAsync(s_everybodyMay);
        var file = Path.Combine(world.Folder, "lines.rsp");
        await File.WriteAllTextAsync(file, $"--name {Canary}");
        var lines = Lines(spec, file).ToList();
        foreach (var (line, value) in lines)
            await AnswersAsync(world, line, value);
        Assert.DoesNotContain(world.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.Equal(0, world.Posts());
        return lines.Count;
    }

    private static async Task AnswersAsync(Company world, string line, string value)
    {
        // A conversation takes only so many messages a second.
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        var heard = await world.Riya.SaysAsync(line);
        var shown = line.Length <= 80 ? line : line[..80];
        Assert.True(heard.Delivery.Status == 200, $"'{shown}' was answered {heard.Delivery.Status}.");
        Assert.True(heard.Sent.Count > 0, $"'{shown}' was not answered.");
        Assert.True(heard.Text.Trim().Length > 10 && (heard.Text.Contains('.', StringComparison.Ordinal) || heard.Sent[^1].Card is not null), $"'{shown}' was answered '{heard.Text}'.");
        Assert.DoesNotContain(Canary, heard.Text, StringComparison.Ordinal);
        Assert.False(heard.Text.Contains("Something went wrong", StringComparison.Ordinal), $"'{shown}' broke.");
        Assert.True(heard.Text.Length < 12_000, $"'{shown}' with {value.Length} characters was answered with {heard.Text.Length}.");
    }
}
