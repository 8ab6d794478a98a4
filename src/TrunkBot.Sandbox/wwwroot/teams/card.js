const { AdaptiveCards, markdownit } = window;

const reader = markdownit({ breaks: true });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: reader.render(text), didProcess: true });

/** How many buttons Teams shows in a row, and the colours of this page. */
function look() {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  const text = (name, quiet = name) => ({ default: color(name), subtle: color(quiet) });
  const foreground = {
    default: text("--text", "--quiet"), accent: text("--accent"), good: text("--good"), warning: text("--warn"), attention: text("--bad"), light: text("--quiet"), dark: text("--text"),
  };
  const container = (ground) => ({ backgroundColor: color(ground), borderColor: color("--line"), foregroundColors: foreground });
  return new AdaptiveCards.HostConfig({
    fontFamily: style.getPropertyValue("--sans"),
    supportsInteractivity: true,
    textBlock: { headingLevel: 3 },
    actions: { maxActions: 6, actionsOrientation: "horizontal", actionAlignment: "left", buttonSpacing: 8 },
    adaptiveCard: { allowCustomStyle: false },
    spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
    separator: { lineThickness: 1, lineColor: color("--line") },
    containerStyles: {
      default: container("--surface"), emphasis: container("--raised"), good: container("--good-soft"), warning: container("--warn-soft"), attention: container("--bad-soft"), accent: container("--accent-soft"),
    },
    inputs: { label: { requiredInputs: { suffix: " *" }, inputSpacing: "small" }, errorMessage: { color: "attention" } },
  });
}

/**
 * Draws a card, and calls back with what is pressed: its kind, verb and data, with the inputs laid over them, once they are valid.
 */
export function drawCard(content, press) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = look();
  AdaptiveCards.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(content);
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) return window.open(action.url, "_blank", "noopener");
    if (action instanceof AdaptiveCards.ToggleVisibilityAction) return;
    press({ kind: action.getJsonTypeName(), verb: action.verb, data: action.data });
  };
  const drawn = card.render();
  drawn.lang = content.lang ?? "en";
  return drawn;
}
