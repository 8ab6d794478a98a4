// node validate-cards.mjs [--report-only] [--widths] < cards: an array of Adaptive Cards, or one card a line. Prints for each card what was
// found (with --widths also at each width of a card) and the text that was drawn; ends with 0 if nothing was found, or always with --report-only.
import { text } from "node:stream/consumers";
import { openBrowser } from "./browser.mjs";
import { atWidth, lostAt } from "./cards/fallbacks.mjs";
import { widths } from "./cards/known-members.mjs";
import { ownFindings } from "./cards/own-checks.mjs";
import { openRenderer } from "./cards/renderer.mjs";

const input = (await text(process.stdin)).trim();
const cards = input.startsWith("[") ? JSON.parse(input) : input.split("\n").filter(Boolean).map((line) => JSON.parse(line));
if (cards.length === 0) throw new Error("No card was given.");

const each = process.argv.includes("--widths") ? Object.keys(widths) : [];
const browser = await openBrowser();
const reports = [];
try {
  const renderer = await openRenderer(browser);
  const drawn = await renderer.render(cards.map((json) => ({ json })));
  const narrower = await renderer.render(cards.flatMap((card) => each.map((width) => ({ json: atWidth(card, width), width: widths[width] }))));
  for (const [index, card] of cards.entries()) {
    const lost = each.flatMap((width, at) => lostAt(card, width, narrower[index * each.length + at]));
    reports.push({ index, findings: [...ownFindings(card), ...drawn[index].findings, ...lost], text: drawn[index].text });
  }
} finally {
  await browser.close();
}

console.log(JSON.stringify(reports, null, 2));
const reportOnly = process.argv.includes("--report-only");
process.exitCode = !reportOnly && reports.some(({ findings }) => findings.length > 0) ? 1 : 0;
