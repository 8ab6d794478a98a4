// What Adaptive Cards 1.5 knows, for the elements that TrunkBot sends. The npm renderer passes over a misspelt member
// in silence, and no JSON schema of 1.5 is published as a package: this table stands in for it.
const element = ["type", "id", "isVisible", "separator", "spacing", "height", "fallback", "requires", "targetWidth"];
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
  Table: [...element, "columns", "rows", "firstRowAsHeaders", "showGridLines", "gridStyle", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
  TableRow: [...element, "type", "cells", "style", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
  TableCell: [...element, "items", "style", "bleed", "minHeight", "rtl", "selectAction", "verticalContentAlignment", "backgroundImage"],
  TableColumnDefinition: ["type", "width", "horizontalCellContentAlignment", "verticalCellContentAlignment"],
  "Input.Text": [...input, "isMultiline", "maxLength", "placeholder", "regex", "style", "inlineAction", "value"],
  "Input.Number": [...input, "max", "min", "placeholder", "value"],
  "Input.Date": [...input, "max", "min", "placeholder", "value"],
  "Input.Time": [...input, "max", "min", "placeholder", "value"],
  "Input.Toggle": [...input, "title", "value", "valueOn", "valueOff", "wrap"],
  // Teams looks for people by choices.data in cards of 1.5 too; any other client shows the choices that are there
  "Input.ChoiceSet": [...input, "choices", "choices.data", "isMultiSelect", "style", "value", "placeholder", "wrap"],
  "Input.Choice": ["title", "value"],
  "Action.Submit": [...action, "data", "associatedInputs"],
  "Action.Execute": [...action, "verb", "data", "associatedInputs"],
  "Action.OpenUrl": [...action, "url"],
  "Action.ShowCard": [...action, "card"],
  "Action.ToggleVisibility": [...action, "targetElements"],
  Refresh: ["action", "userIds", "expires"],
};

/**
 * What Teams draws besides, under version 1.5 too; each of them needs a fallback. Source: npm @microsoft/teams.cards 2.0.16, and Teams documentation,
 * "Types of cards". What each says to people is what its fallback has to say as well.
 */
export const teamsElements = {
  Badge: { members: [...element, "text", "icon", "iconPosition", "style", "size", "appearance", "shape", "tooltip"], says: (it) => [it.text] },
  Icon: { members: [...element, "name", "color", "size", "style", "selectAction"], says: () => [] },
  ProgressBar: { members: [...element, "value", "max", "color"], says: (it) => ["●".repeat(it.value) + "○".repeat(it.max - it.value)] },
  CodeBlock: { members: [...element, "codeSnippet", "language", "startLineNumber"], says: (it) => it.codeSnippet.split("\n") },
  "Chart.Donut": {
    members: [...element, "title", "showTitle", "showLegend", "colorSet", "data", "value", "valueColor"],
    says: (it) => [it.title, ...it.data.flatMap(({ legend, value }) => [legend, spoken(value)])],
  },
  "Chart.HorizontalBar": {
    members: [...element, "title", "showTitle", "showLegend", "colorSet", "xAxisTitle", "yAxisTitle", "data", "displayMode"],
    says: (it) => [it.title, ...it.data.flatMap(({ x, y }) => [x, spoken(y)])],
  },
};

const spoken = (number) => number.toLocaleString("en-US");

/** The widths of a card by which Teams chooses what it draws, and how wide each is here, in pixels. */
export const widths = { veryNarrow: 216, narrow: 300, standard: 480 };

/** Where a member holds elements, and of which kind those are that do not say it themselves. */
export const children = {
  body: null, items: null, actions: null, inlines: null, selectAction: null, inlineAction: null, card: null, action: null,
  columns: "Column", rows: "TableRow", cells: "TableCell", facts: "Fact", choices: "Input.Choice", refresh: "Refresh",
};
