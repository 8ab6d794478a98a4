using TrunkBot.Chat;
using TrunkBot.Secrets;
using TrunkBot.Trunks.Fields;
using TrunkBot.Trunks.Requests;
using TrunkBot.Trunks.Requests.Submitting;

namespace TrunkBot.Trunks.Drafts;

/// <summary>What came back from a card with a trunk's fields.</summary>
internal static class FormClick
{
    /// <summary>Member of a button's data: the card has every field, so that one which does not come back was emptied.</summary>
    public const string Form = "form";

    private static readonly string[] s_texts = [FieldIds.Name, FieldIds.Domain, FieldIds.Numbers, FieldIds.Username];

    /// <summary>
    /// The fields as the person saw them last. Microsoft's renderer leaves out a field that was emptied, so what a form showed and does not send is empty;
    /// only the direction is the one that was shown, for Teams has left out a choice that nobody touched (MicrosoftDocs/msteams-docs #4242).
    /// The last card of the questions has the password alone, and leaves the fields as they are.
    /// </summary>
    public static TrunkFields FieldsOf(CardClick click, TrunkRequest request) => !IsForm(click, request) ? request.Fields : new()
    {
        Name = click.Text(FieldIds.Name),
        Domain = click.Text(FieldIds.Domain),
        Direction = click.Has(FieldIds.Direction) ? click.Text(FieldIds.Direction) : request.Fields.Direction,
        Numbers = click.Text(FieldIds.Numbers),
        Username = click.Text(FieldIds.Username),
    };

    /// <summary>The password that was entered now; null when the field was left empty.</summary>
    public static Secret? PasswordOf(CardClick click) => click.Text(FieldIds.Password) is { Length: > 0 } typed ? new Secret(typed) : null;

    public static Submission SubmissionOf(ChatTurn turn, CardClick click, TrunkRequest request) =>
        new(FieldsOf(click, request), PasswordOf(click), click.Text("confirmed"), turn.Region);

    // Forms of before there was the mark are known by their fields.
    private static bool IsForm(CardClick click, TrunkRequest request) =>
        click.Has(Form) || s_texts.Any(click.Has) || !request.InChat;
}
