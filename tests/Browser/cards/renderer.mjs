import { createRequire } from "node:module";
import { teamsElements } from "./known-members.mjs";

const resolve = createRequire(import.meta.url).resolve;
const script = resolve("adaptivecards/dist/adaptivecards.js");
const markdown = resolve("markdown-it/browser");

/** Microsoft's renderer in a blank page of a browser, with Markdown on; render() answers what it has to say about a card. */
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
  return { page, render: (card, width) => page.evaluate(renderInPage, { json: card, width, fallsBack: Object.keys(teamsElements) }) };
}

function renderInPage({ json, width, fallsBack }) {
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
  // as Teams does, which breaks long words, and puts buttons that have no room into a menu
  const reaches = Math.max(0, ...[...main.querySelectorAll("*:not(.ac-actionSet, .ac-actionSet *)")].map((part) => part.getBoundingClientRect().right)) - main.getBoundingClientRect().left;
  if (width && reaches > width + 1) findings.push(`renderer: reaches ${Math.round(reaches)} pixels where there are ${width}`);
  return { findings, buttons, text: drawn?.innerText ?? "" };
}
