const sans = "var(--sans)";

/** Web Chat's own options; the colours follow the page's, in light and dark. */
export const styleOptions = {
  accent: "var(--accent)",
  subtle: "var(--quiet)",
  backgroundColor: "var(--surface)",
  primaryFont: sans,
  monospaceFont: "var(--mono)",
  bubbleBackground: "var(--raised)",
  bubbleBorderColor: "var(--line)",
  bubbleBorderRadius: 10,
  bubbleTextColor: "var(--text)",
  bubbleMaxWidth: 520,
  bubbleMinWidth: 40,
  bubbleMinHeight: 36,
  bubbleFromUserBackground: "var(--accent-soft)",
  bubbleFromUserBorderColor: "var(--accent-soft)",
  bubbleFromUserBorderRadius: 10,
  bubbleFromUserTextColor: "var(--text)",
  notificationText: "var(--quiet)",
  timestampColor: "var(--quiet)",
  timestampFormat: "absolute",
  groupTimestamp: 60_000,
  hideUploadButton: true,
  paddingRegular: 12,
  paddingWide: 16,
  sendBoxBackground: "var(--surface)",
  sendBoxTextColor: "var(--text)",
  sendBoxPlaceholderColor: "var(--quiet)",
  sendBoxBorderTop: "1px solid var(--line)",
  sendBoxHeight: 48,
  sendBoxTextWrap: true, // a mail that is pasted keeps its lines
  sendBoxButtonColor: "var(--accent)",
  sendBoxButtonColorOnDisabled: "var(--quiet)",
  sendBoxButtonShadeColorOnDisabled: "transparent",
  sendBoxButtonShadeColorOnHover: "var(--accent-soft)",
  sendBoxButtonShadeColorOnActive: "var(--accent-soft)",
  sendBoxButtonKeyboardFocusIndicatorBorderColor: "var(--accent)",
  suggestedActionLayout: "flow",
  suggestedActionHeight: 34,
  suggestedActionBorderRadius: 17,
  suggestedActionBorderWidth: 1,
  suggestedActionBorderColor: "var(--accent)",
  suggestedActionBackgroundColor: "var(--surface)",
  suggestedActionBackgroundColorOnHover: "var(--accent-soft)",
  suggestedActionBackgroundColorOnActive: "var(--accent-soft)",
  suggestedActionTextColor: "var(--accent)",
  suggestedActionKeyboardFocusIndicatorBorderColor: "var(--accent)",
  transcriptVisualKeyboardIndicatorColor: "var(--accent)",
  transcriptTerminatorBackgroundColor: "var(--quiet)",
  transcriptTerminatorColor: "var(--surface)",
  transcriptOverlayButtonBackground: "var(--text)",
  transcriptOverlayButtonBackgroundOnHover: "var(--accent)",
  transcriptOverlayButtonBackgroundOnFocus: "var(--accent)",
  transcriptOverlayButtonColor: "var(--surface)",
  transcriptOverlayButtonColorOnHover: "var(--on-accent)",
  transcriptOverlayButtonColorOnFocus: "var(--on-accent)",
  toasterBackgroundColor: "var(--raised)",
  failedConnectivity: "var(--bad)",
  slowConnectivity: "var(--warn)",
  cardEmphasisBackgroundColor: "var(--raised)",
  autoScrollSnapOnPage: true, // a form is taller than the pane: what comes is shown from its beginning
};

const foreground = () => Object.fromEntries(
  Object.entries({ default: "text", accent: "accent", good: "good", warning: "warn", attention: "bad", light: "quiet", dark: "text" })
    .map(([name, colour]) => [name, {
      default: `var(--${colour})`,
      subtle: name === "default" ? "var(--quiet)" : `var(--${colour})`,
      highlightColors: { default: "var(--warn-soft)", subtle: "var(--warn-soft)" },
    }]));

const container = (background) => ({
  backgroundColor: `var(--${background})`,
  borderColor: "var(--line)",
  foregroundColors: foreground(),
});

/** How Adaptive Cards look inside Web Chat. */
export const adaptiveCardsHostConfig = {
  supportsInteractivity: true,
  fontFamily: sans,
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  containerStyles: {
    default: container("raised"),
    emphasis: container("surface"),
    accent: container("accent-soft"),
    good: container("good-soft"),
    warning: container("warn-soft"),
    attention: container("bad-soft"),
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", size: "default", color: "default", isSubtle: false, suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder", size: "default", color: "default", isSubtle: false },
    },
    errorMessage: { spacing: "small", size: "default", color: "attention", weight: "default" },
  },
  actions: { maxActions: 6, spacing: "medium", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { color: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 150 },
    value: { color: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 14,
  },
};
