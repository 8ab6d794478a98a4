import { createRequire } from "node:module";
import { teamsElements } from "./known-members.mjs";

const resolve = createRequire(import.meta.url).resolve;
const script = resolve("adaptivecards/dist/adaptivecards.js");
const markdown = resolve("markdown-it/browser");

const together = 100;

/** Microsoft's renderer in a blank page of a browser, with Markdown on; render() answers what it has to say about each card, { json, width? }. */
export async function openRenderer(browser) {
  const page = await browser.newPage();
  await page.setContent("<!doctype html><html lang=en><title>Card</title><style>main { overflow-wrap: anywhere }</style><main></main>");
  await page.addScriptTag({ path: script });
  await page.addScriptTag({ path: markdown });
  await page.evaluate(() => {
    // HTML on: some clients let it through, so our escapes have to hold there too
    const reader = markdownit({ html: true });
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: reader.render(text), didProcess: true });
  });
  await page.addScriptTag({ content: `${renderInPage}\n${reachOf}` });
  const fallsBack = Object.keys(teamsElements);
  // One by one each would be painted as well, for nobody.
  const render = async (cards) => {
    const drawn = [];
    for (let at = 0; at < cards.length; at += together)
      drawn.push(...(await page.evaluate(({ some, fallsBack }) => some.map((card) => renderInPage(card, fallsBack)), { some: cards.slice(at, at + together), fallsBack })));
    return drawn;
  };
  return { page, render };
}

function renderInPage({ json, width }, fallsBack) {
  const names = (kind) => AdaptiveCards.ValidationEvent[kind] ?? kind;
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  // the renderer keeps one global expression for "lang", and it remembers where its last match ended
  AdaptiveCards.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  const card = new AdaptiveCards.AdaptiveCard();
  // the renderer draws five buttons where nothing else is said, Teams six
  card.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } });
  card.parse(json, context);
  const findings = [];
  for (let at = 0; at < context.eventCount; at++) {
    const event = context.getEventAt(at);
    // Teams takes it in cards of 1.5; where it is not known, the choices remain
    if (event.message.includes('"choices.data"')) continue;
    // what this renderer does not know it says, and then draws the fallback
    if (names(event.event) !== "UnknownElementType" || !fallsBack.some((type) => event.message.includes(`"${type}"`)))
      findings.push(`renderer, parsing: ${names(event.event)}: ${event.message}`);
  }
  for (const event of card.validateProperties().validationEvents)
    findings.push(`renderer, validating: ${names(event.event)}: ${event.message}`);
  const drawn = card.render();
  const main = document.querySelector("main");
  main.style.width = width ? `${width}px` : "";
  main.replaceChildren(drawn ?? "");
  if (!drawn) findings.push("renderer: drew nothing");
  // our cards emphasise by weight and style, so whatever Markdown or HTML has made came out of somebody's text
  for (const made of document.querySelectorAll("main :is(a, img, script, em, strong, s, code, pre, blockquote, ul, ol, h1, h2, h3, h4, h5, h6, hr, th)"))
    findings.push(`renderer: text became <${made.localName}>: ${made.outerHTML.slice(0, 80)}`);
  const buttons = document.querySelectorAll("main .ac-pushButton").length;
  if (width && reachOf(main) > width + 1) findings.push(`renderer: reaches ${Math.round(reachOf(main))} pixels where there are ${width}`);
  return { findings, buttons, text: drawn?.innerText ?? "" };
}

// As Teams does, which breaks long words, and puts buttons that have no room into a menu.
function reachOf(main) {
  const rights = [...main.querySelectorAll("*:not(.ac-actionSet, .ac-actionSet *)")].map((part) => part.getBoundingClientRect().right);
  return Math.max(0, ...rights) - main.getBoundingClientRect().left;
}
