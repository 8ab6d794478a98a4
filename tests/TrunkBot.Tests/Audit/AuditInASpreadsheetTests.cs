using System.Text;
using TrunkBot.Tests.Promises;
using TrunkBot.Tests.Secrets;
using TrunkBot.Tests.World;

namespace TrunkBot.Tests.Audit;

/// <summary>The audit file is opened in spreadsheets all over the world, and people write into it.</summary>
public sealed class AuditInASpreadsheetTests : IAsyncLifetime
{
    private const string Signs = "=+-@＝＋－＠﹢﹣﹦﹫−";

    private Company _world = null!;

    public static TheoryData<string> Comments =>
    [
        Case("a-comment.txt"), Case("b-comment.txt"), Case("c-comment.txt"),
        "a\t=1+1", "no;\"=1+1\"", "no; =cmd|' /C calc'!A0", "no;\u200B@SUM(A1)", "no|-1+1", "no；＋1", "ok, +1", "=1;=2;=3", "；=1", "no;\u00A0=1", "no，=1+1", "no;﹢1+1", "no;﹦1", "no;−1",
    ];

    [Theory]
    [MemberData(nameof(Comments))]
    public async Task No_part_of_a_comment_is_a_formula_whatever_a_spreadsheet_splits_at(string comment)
    {
        var file = await FileWithAsync(comment);
        foreach (var separator in ",;\t|；，")
            foreach (var part in file.Split([separator, '\r', '\n']))
                Assert.DoesNotContain(Begin(part), Signs, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Comments))]
    public async Task A_comment_with_a_separator_of_some_country_is_one_quoted_cell(string comment)
    {
        var line = (await FileWithAsync(comment)).Split("\r\n").Single(line => line.Contains(",rejected,", StringComparison.Ordinal));
        Assert.Equal(comment.Any(sign => ",;\t|；，".Contains(sign, StringComparison.Ordinal)), line.Contains(",\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_opens_with_its_letters_as_they_were_written()
    {
        var bytes = await BytesWithAsync(Case("b-comment.txt"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\"Größe geprüft, ja; 50 €\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_people_and_of_hosts_are_no_formulas_either()
    {
        await _world.AsksAsync();
        await _world.TamperAsync("""UPDATE "Audit" SET "ActorName" = '=1+1', "OnBehalfOfName" = 'x;@A1', "Rule" = '＝A1', "Act" = ';-1'""");
        var file = Encoding.UTF8.GetString(await DownloadAsync());
        foreach (var cell in new[] { "'=1+1", "\"x;'@A1\"", "'＝A1", "\";'-1\"" })
            Assert.Contains($",{cell},", file, StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => _world = await Company.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    private async Task<string> FileWithAsync(string comment) => Encoding.UTF8.GetString(await BytesWithAsync(comment));

    private async Task<byte[]> BytesWithAsync(string comment)
    {
        var id = await _world.AsksAsync();
        await _world.RunDueJobsAsync();
        await _world.Omar.ClicksAsync("Reject", "room", ("comment", comment));
        Assert.Contains("rejected", await _world.ActsOnAsync(id));
        return await DownloadAsync();
    }

    private async Task<byte[]> DownloadAsync()
    {
        var heard = await _world.Ada.On("webchat").SaysAsync("/trunk audit --csv");
        var attachment = heard.Sent.Single().Activity!.Value.GetProperty("attachments")[0];
        return Convert.FromBase64String(attachment.GetProperty("contentUrl").GetString()!.Split("base64,")[1]);
    }

    // As a spreadsheet takes it: without the quotes and blanks around it.
    private static string Begin(string part) => part.Trim().Trim('"', ' ', '\t', '\u200B', '\u00A0', '\uFEFF') is { Length: > 0 } text ? text[..1] : "(empty)";

    private static string Case(string file) =>
        File.ReadAllText(SourceFolder.Of($"tests/TrunkBot.Tests/Cases/csv-in-a-spreadsheet/{file}")).TrimEnd('\n');
}
