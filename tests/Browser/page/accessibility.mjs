import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds on the page as it is now, one sentence each. */
export async function accessibilityFindings(page) {
  // what Web Chat has just read aloud stays for a second, out of sight
  await page.locator(".webchat__live-region-activity").first().waitFor({ state: "detached" });
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // nobody reads what is well, and to describe it takes the longest
  const { violations } = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }), rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => `${id}: ${help}: ${target.join(" ")} ${html.slice(0, 160)} ${failureSummary.split("\n").at(-1).trim()}`));
}
