using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrunkBot.Intake;
using TrunkBot.Protocol.Cards;
using TrunkBot.Tests.Conversations;
using TrunkBot.Tests.World;
using TrunkBot.Trunks;
using TrunkBot.Trunks.Drafts;
using TrunkBot.Trunks.Drafts.Pasting;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Provisioning;
using TrunkBot.Trunks.Requests;
using TrunkBot.VideoSdk;

namespace TrunkBot.Tests.Trunks;

/// <summary>No field is lost on its way, whichever way it comes. What fails names the files in which a new field is missing.</summary>
public sealed class EveryFieldTests
{
    private static readonly IReadOnlyList<string> s_members = [.. typeof(TrunkFields).GetProperties().Select(member => member.Name)];

    private static readonly IReadOnlyList<string> s_fields = [.. s_members.Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static readonly IReadOnlyList<string> s_asked = [.. FieldIds.InOrder.Where(field => field != FieldIds.Password)];

    private static readonly Dictionary<string, string> s_values = Sample.Clean.ToDictionary(field => field.Id, field => field.Value);

    private static readonly TrunkFields s_filled = s_fields.Aggregate(new TrunkFields(), (fields, field) => fields.With(field, s_values.GetValueOrDefault(field)));

    [Fact]
    public void Every_field_has_an_id_and_a_value_to_try_it_with()
    {
        Kept("tests/TrunkBot.Tests/World/Sample.cs: Clean", s_values.ContainsKey);
        Kept("Trunks/Fields/TrunkFields.cs: Of, With", field => s_filled.Of(field) == s_values[field]);
        Assert.Empty(s_asked.Except(s_fields));
    }

    [Fact]
    public void No_field_is_lost_by_its_rules_by_a_form_or_by_a_card()
    {
        Kept("Trunks/Fields/TrunkFields.cs: Over", field => new TrunkFields().Over(s_filled).Of(field) == s_values[field]);
        Kept("Trunks/Fields/TrunkFieldRules.cs: Mended", field => Review.Rules().Mend(s_filled).Of(field) == s_values[field]);
        var form = new AdaptiveCard { FallbackText = "form", Body = [.. TrunkFormCard.Inputs(s_filled, hasPassword: false)] }.ToJson().Prefilled();
        Kept("Trunks/Drafts/TrunkFormCard.cs: Inputs", field => form.GetValueOrDefault(field) == s_values[field]);
        var facts = TrunkFacts.Shown(s_filled).Select(fact => fact.Value).ToList();
        Kept("Trunks/Requests/TrunkFacts.cs", field => facts.Contains(s_values[field]));
    }

    [Fact]
    public async Task No_field_of_a_line_is_lost()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync($"/trunk new {Options(s_fields)}");
        await AreStoredAsync(world, "Trunks/Drafts/NewTrunkCommand.cs: the option, FieldsOf");
    }

    [Fact]
    public async Task No_answer_to_a_question_is_lost()
    {
        await using var world = await Company.StartAsync();
        await world.Riya.SaysAsync($"/trunk new --chat {Options(s_fields.Except(s_asked))}");
        foreach (var field in s_asked)
            await world.Riya.SaysAsync(s_values[field]);
        await AreStoredAsync(world, "Trunks/Drafts: NewTrunkDialog.cs, TrunkQuestions.cs, the two statements of DraftAnswers.cs");
    }

    [Fact]
    public async Task No_field_of_a_form_is_lost_until_the_trunk_is_there()
    {
        await using var world = await Company.StartAsync();
        await world.AskedAsync();
        await AreStoredAsync(world, "Trunks/Drafts/FormClick.cs, Trunks/Requests/TrunkRequest.cs: FieldsOf");
        await world.Omar.SaysAsync("/trunk approve TR-1");
        await world.RunDueJobsAsync();
        var sent = SipTrunkJson.Show(ProvisionTrunkJob.WireSpec(await world.RequestAsync()));
        Kept("Trunks/Requests/TrunkFacts.cs: SpecOf, VideoSdk/SipTrunkJson.cs: Write", field => sent.Contains(s_values[field], StringComparison.Ordinal));
        var trunk = await world.StoredAsync(db => db.Trunks.SingleAsync());
        Kept("Trunks/Trunk.cs, Trunks/Outcomes/RequestEnd.cs", field => s_values[field].Equals(Member(trunk, field)));
        var shown = (await world.Riya.SaysAsync($"/trunk show {trunk.TrunkId}")).Text.Replace("\\", "", StringComparison.Ordinal);
        Kept(
            "VideoSdk/SipTrunkJson.cs: Read, Trunks/Looking/LiveTrunkCard.cs, and the sandbox's VideoSdk/SandboxTrunk.cs",
            field => shown.Contains(s_values[field], StringComparison.Ordinal));
    }

    [Fact]
    public void No_field_of_a_pasted_message_is_lost()
    {
        var read = PasteNotes.FieldsOf(new PasteReader(Review.Presets).Read($"SIP trunk\n{string.Join('\n', s_fields.Select(field => $"{field}: {s_values[field]}"))}"));
        Kept("Intake: LabelKind, LabelWords, Gathering, Reading, and Trunks/Drafts/PasteNotes.cs", field => read.Of(field) == s_values[field]);
    }

    [Fact]
    public void What_was_approved_before_there_was_another_field_keeps_its_seal()
    {
        var spec = new TrunkSpec("voice agents", "acme.pstn.twilio.com", "outbound", ["+14155550100"], "acme");
        Assert.Equal(
            """{"number":7,"tenantId":"tenant","askerId":"riya","spec":{"name":"voice agents","domain":"acme.pstn.twilio.com","direction":"outbound","numbers":["\u002B14155550100"],"username":"acme"}}""",
            Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(new FingerprintedRequest(7, "tenant", "riya", spec), AuditedJsonContext.Default.FingerprintedRequest)));
    }

    private static string Options(IEnumerable<string> fields) => string.Join(' ', fields.Select(field => $"--{field} \"{s_values[field]}\""));

    private static async Task AreStoredAsync(Company world, string where)
    {
        var stored = (await world.RequestAsync()).Fields;
        Kept(where, field => stored.Of(field) == s_values[field]);
    }

    private static object? Member(Trunk trunk, string field) => typeof(Trunk).GetProperty(s_members[s_fields.ToList().IndexOf(field)])?.GetValue(trunk);

    private static void Kept(string where, Func<string, bool> isKept)
    {
        var lost = s_fields.Where(field => !isKept(field)).ToList();
        Assert.True(lost.Count == 0, $"Lost: {string.Join(", ", lost)}. Look at {where}.");
    }
}
