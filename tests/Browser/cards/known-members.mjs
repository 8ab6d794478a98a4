// What Adaptive Cards 1.5 knows, for the elements that TrunkBot sends. The npm renderer passes over a misspelt member
// in silence, and no JSON schema of 1.5 is published as a package: this table stands in for it.
const element = ["type", "id", "isVisible", "separator", "spacing", "height", "fallback", "requires"];
const input = [...element, "label", "isRequired", "errorMessage"];
const action = ["type", "id", "title", "iconUrl", "style", "fallback", "requires", "isEnabled", "mode", "tooltip"];
const text = ["text", "color", "fontType", "isSubtle", "size", "weight"];

export const knownMembers = {
  AdaptiveCard: ["type", "version", "$schema", "fallbackText", "lang", "speak", "body", "actions", "refresh", "authentication",
    "selectAction", "minHeight", "verticalContentAlignment", "backgroundImage", "rtl", "metadata", "msteams"],
  TextBlock: [...element, ...text, "wrap", "maxLines", "horizontalAlignment", "style"],
  RichTextBlock: [...element, "inlines", "horizontalAlignment"],
  TextRun: ["type", ...text, "highlight", "italic", "strikethrough", "underline", "selectAction"],
  Container: [...element, "items", "style", "bleed", "minHeight", "rtl", "selectAction", "verticalContentAlignment", "backgroundImage"],
  ColumnSet: [...element, "columns", "style", "bleed", "minHeight", "horizontalAlignment", "selectAction"],
  Column: [...element, "items", "width", "style", "bleed", "minHeight", "rtl", "selectAction", "verticalContentAlignment", "backgroundImage"],
  FactSet: [...element, "facts"],
  Fact: ["title", "value"],
  ActionSet: [...element, "actions"],
  Image: [...element, "url", "altText", "size", "style", "width", "height", "horizontalAlignment", "backgroundColor", "selectAction", "msteams"],
  Table: [...element, "columns", "rows", "firstRowAsHeader", "showGridLines", "gridStyle", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
  TableRow: [...element, "type", "cells", "style", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
  TableCell: [...element, "items", "style", "bleed", "minHeight", "rtl", "selectAction", "verticalContentAlignment", "backgroundImage"],
  TableColumnDefinition: ["type", "width", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
  "Input.Text": [...input, "isMultiline", "maxLength", "placeholder", "regex", "style", "inlineAction", "value"],
  "Input.Number": [...input, "max", "min", "placeholder", "value"],
  "Input.Date": [...input, "max", "min", "placeholder", "value"],
  "Input.Time": [...input, "max", "min", "placeholder", "value"],
  "Input.Toggle": [...input, "title", "value", "valueOn", "valueOff", "wrap"],
  "Input.ChoiceSet": [...input, "choices", "isMultiSelect", "style", "value", "placeholder", "wrap"],
  "Input.Choice": ["title", "value"],
  "Action.Submit": [...action, "data", "associatedInputs"],
  "Action.Execute": [...action, "verb", "data", "associatedInputs"],
  "Action.OpenUrl": [...action, "url"],
  "Action.ShowCard": [...action, "card"],
  "Action.ToggleVisibility": [...action, "targetElements"],
  Refresh: ["action", "userIds", "expires"],
};

/** Where a member holds elements, and of which kind those are that do not say it themselves. */
export const children = {
  body: null, items: null, actions: null, inlines: null, selectAction: null, inlineAction: null, card: null, action: null,
  columns: "Column", rows: "TableRow", cells: "TableCell", facts: "Fact", choices: "Input.Choice", refresh: "Refresh",
};
