using System.Text.Json.Nodes;
using TrunkBot.Protocol.Cards;
using TrunkBot.Protocol.Schema;

namespace TrunkBot.Protocol.Tests.Cards;

public sealed class AdaptiveCardTests
{
    [Fact]
    public void A_card_says_what_it_is_and_which_version_it_needs() => Same(
        """
        {
          "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.5",
          "fallbackText": "Hello.", "lang": "en", "body": []
        }
        """,
        new AdaptiveCard { FallbackText = "Hello." });

    [Fact]
    public void Every_element_carries_its_type_and_only_what_was_set() => SameBody(
        """
        [
          { "type": "TextBlock", "text": "Ask", "wrap": true, "weight": "Bolder", "size": "Medium", "style": "heading" },
          { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "TR-7", "fontType": "Monospace" } ] },
          { "type": "FactSet", "facts": [ { "title": "Name", "value": "twilio" } ], "spacing": "Small" },
          { "type": "Container", "items": [ { "type": "TextBlock", "text": "In", "wrap": true } ], "style": "emphasis" },
          { "type": "ColumnSet", "columns": [ { "type": "Column", "items": [], "width": "auto" } ] },
          { "type": "ActionSet", "actions": [ { "type": "Action.OpenUrl", "url": "https://example.com/", "title": "Open" } ], "isVisible": false }
        ]
        """,
        TextBlock.Heading("Ask"),
        new RichTextBlock([new TextRun("TR-7") { FontType = "Monospace" }]),
        new FactSet([new Fact("Name", "twilio")]) { Spacing = Spacings.Small },
        new Container([new TextBlock("In")]) { Style = ContainerStyles.Emphasis },
        new ColumnSet([new Column([]) { Width = "auto" }]),
        new ActionSet([new OpenUrlAction("Open", "https://example.com/")]) { IsVisible = false });

    [Fact]
    public void Inputs_have_an_id_a_label_and_their_checks() => SameBody(
        """
        [
          { "type": "Input.Text", "id": "name", "label": "Name", "isRequired": true, "errorMessage": "Give a name.",
            "placeholder": "twilio", "value": "acme", "maxLength": 64, "regex": "^\\S+$" },
          { "type": "Input.Text", "id": "numbers", "label": "Numbers", "isMultiline": true },
          { "type": "Input.Text", "id": "password", "label": "Password", "style": "Password" },
          { "type": "Input.ChoiceSet", "id": "direction", "label": "Direction", "style": "expanded", "value": "outbound",
            "choices": [ { "title": "Outbound", "value": "outbound" }, { "title": "Both", "value": "both" } ] },
          { "type": "Input.Toggle", "id": "sure", "label": "Sure?", "title": "Yes, I am", "wrap": true }
        ]
        """,
        new TextInput("name", "Name")
        {
            IsRequired = true,
            ErrorMessage = "Give a name.",
            Placeholder = "twilio",
            Value = "acme",
            MaxLength = 64,
            Regex = @"^\S+$",
        },
        new TextInput("numbers", "Numbers") { IsMultiline = true },
        new TextInput("password", "Password") { Style = TextInputStyles.Password },
        new ChoiceSetInput("direction", "Direction", [new("Outbound", "outbound"), new("Both", "both")]) { Style = "expanded", Value = "outbound" },
        new ToggleInput("sure", "Sure?", "Yes, I am"));

    [Fact]
    public void An_execute_falls_back_to_a_submit_with_the_same_data_verb_included() => SameBody(
        """
        [ { "type": "ActionSet", "actions": [ {
              "type": "Action.Execute", "title": "Approve", "verb": "request.approve", "style": "positive",
              "data": { "verb": "request.approve", "requestId": "TR-7" },
              "fallback": { "type": "Action.Submit", "title": "Approve", "style": "positive",
                            "data": { "verb": "request.approve", "requestId": "TR-7" } } } ] } ]
        """,
        new ActionSet([ExecuteAction.Create(
            "Approve", "request.approve", new Dictionary<string, string> { ["requestId"] = "TR-7" }, ActionStyles.Positive)]));

    [Fact]
    public void Data_cannot_name_another_verb_than_the_action()
    {
        var action = SubmitAction.Create("Reject", "request.reject", new Dictionary<string, string> { ["verb"] = "request.approve" });
        Assert.Equal("request.reject", action.Data!["verb"]);
    }

    [Fact]
    public void A_card_travels_as_an_attachment_and_its_fallback_text_as_the_summary()
    {
        var message = new AdaptiveCard { FallbackText = "TR-7 waits.", Msteams = TeamsCardProperties.FullWidth }.ToMessage();
        var attachment = Assert.Single(message.Attachments!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        Assert.Equal("Full", attachment.Content!.Value.GetProperty("msteams").GetProperty("width").GetString());
        Assert.Equal("TR-7 waits.", message.Summary);
        Assert.Null(message.Text);
        Assert.Equal(ActivityTypes.Message, message.Type);
    }

    private static void SameBody(string expected, params CardElement[] body)
    {
        var card = new AdaptiveCard { FallbackText = "x", Body = body };
        SameJson(JsonNode.Parse(expected), JsonNode.Parse(card.ToJson().GetProperty("body").GetRawText()));
    }

    private static void Same(string expected, AdaptiveCard card) =>
        SameJson(JsonNode.Parse(expected), JsonNode.Parse(card.ToJson().GetRawText()));

    private static void SameJson(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"Expected {expected}\nbut found {actual}");
}
