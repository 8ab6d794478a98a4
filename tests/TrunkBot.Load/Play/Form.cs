using System.Text.Json;

namespace TrunkBot.Load.Play;

/// <summary>Asks with the form, which is the usual way: it is opened, and then submitted or left alone as a draft.</summary>
internal sealed class Form(bool isSubmitted) : Scenario
{
    public override string Name => isSubmitted ? "submits the form" : "leaves drafts";

    public override int Turns => isSubmitted ? 2 : 1;

    public override byte[] Act(Talk talk, int turn, JsonElement? before) => turn == 0 ? talk.Says("/trunk new") : talk.Clicks(Submit(
        before,
        ("name", Asked.Name(talk)), ("domain", Asked.Host(talk)), ("direction", Asked.Direction), ("numbers", Asked.PhoneNumber(talk)), ("username", Asked.Username(talk))));

    public override string? Judge(int turn, JsonElement reply) => turn == 1
        ? JudgeSubmitted(reply)
        : Has(reply, "trunk.submit") ? null : "the first turn should show the form";
}
