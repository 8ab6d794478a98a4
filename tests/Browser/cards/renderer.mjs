import { createRequire } from "node:module";

const script = createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.js");

/** Microsoft's renderer in a blank page of a browser; render() answers what it has to say about a card. */
export async function openRenderer(browser) {
  const page = await browser.newPage();
  await page.setContent("<!doctype html><html lang=en><title>Card</title><main></main>");
  await page.addScriptTag({ path: script });
  await page.evaluate(() => {
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: text, didProcess: true });
  });
  return { render: (card) => page.evaluate(renderInPage, card) };
}

function renderInPage(json) {
  const names = (kind) => AdaptiveCards.ValidationEvent[kind] ?? kind;
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  card.parse(json, context);
  const findings = [];
  for (let at = 0; at < context.eventCount; at++) {
    const event = context.getEventAt(at);
    findings.push(`renderer, parsing: ${names(event.event)}: ${event.message}`);
  }
  for (const event of card.validateProperties().validationEvents)
    findings.push(`renderer, validating: ${names(event.event)}: ${event.message}`);
  const drawn = card.render();
  document.querySelector("main").replaceChildren(drawn ?? "");
  if (!drawn) findings.push("renderer: drew nothing");
  const buttons = document.querySelectorAll("main .ac-pushButton").length;
  return { findings, buttons, text: drawn?.innerText ?? "" };
}
