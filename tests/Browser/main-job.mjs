// node main-job.mjs <page url> <folder>: does the main job in the sandbox's page, with the mouse and with the keyboard
// alone, wide and narrow, and looks at each in light and dark. Leaves screenshots, prints what it saw; ends with 0 if nothing is wrong.
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";
import { GuideBar } from "./page/guide.mjs";
import { Hands } from "./page/hands.mjs";
import { KeyboardOnly } from "./page/keyboard-only.mjs";
import { longHistory } from "./page/long-history.mjs";
import { mainJob } from "./page/main-job.mjs";
import { Pane } from "./page/pane.mjs";
import { isStill } from "./page/still.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node main-job.mjs <page url> <folder for the screenshots>");

// the first finds a sandbox where nothing has happened yet
const runs = [
  { name: "narrow", size: { width: 361, height: 800 }, hands: Hands, trunk: "twilio-narrow", guided: true },
  { name: "wide", size: { width: 1280, height: 900 }, hands: KeyboardOnly, trunk: "twilio-keys", long: true },
];
const schemes = ["light", "dark"];

async function play(browser, run) {
  const context = await browser.newContext({ viewport: run.size, reducedMotion: "reduce" });
  const page = await context.newPage();
  const findings = [];
  page.on("pageerror", (error) => findings.push(`script error: ${error.message}`));
  page.on("console", (line) => line.type() === "error" && findings.push(`console: ${line.text()}`));
  const inEach = async (look) => {
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await look(colorScheme);
    }
  };
  const shoot = async (name) => {
    await isStill(page);
    await inEach((scheme) => page.screenshot({ path: join(folder, `${run.name}-${scheme}-${name}.png`) }));
  };
  const check = (when) => inEach(async (scheme) => findings.push(...(await accessibilityFindings(page)).map((text) => `${when}, ${scheme}: ${text}`)));
  try {
    const [guide, hands] = [new GuideBar(page), new run.hands(page)];
    await page.goto(url);
    await guide.isThere();
    await page.locator("#chat .webchat__bubble").first().waitFor();
    await page.getByText("Connecting…").first().waitFor({ state: "detached" });
    await shoot("first-visit");
    await check("first visit");
    if (!run.guided) await guide.close(hands);
    const happened = async (step) => run.guided && guide.hasTicked(step);
    const trunk = await mainJob(page, hands, { password: `canary-${randomUUID()}`, name: run.trunk, shoot, happened });
    await check("afterwards");
    if (run.guided) await guide.close(hands);
    await showDesk(page, hands);
    await shoot("videosdk");
    await check("videosdk");
    if (run.long) await longHistory(page, new Pane(page, "chat"));
    await guide.staysClosed();
    return { run: run.name, trunk: trunk.trunkId, findings };
  } catch (problem) {
    await shoot("failure");
    return { run: run.name, findings: [...findings, problem.stack] };
  } finally {
    await context.close();
  }
}

async function showDesk(page, hands) {
  const [tab, more, call, fault] = [page.locator('.tabs [data-view="desk"]'), page.locator("#show-desk"), page.locator("#calls summary").first(), page.locator("#faults button").first()];
  if (await tab.isVisible()) await tab.click();
  if (await more.isVisible()) await hands.click(more);
  await call.waitFor();
  await hands.click(call);
  await hands.click(fault);
  await page.getByText("Next: Too many calls").waitFor();
  await page.request.delete(new URL("/sandbox/faults", url).href);
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const reports = [];
for (const run of runs) reports.push(await play(browser, run));
await browser.close();
console.log(JSON.stringify(reports, null, 2));
process.exitCode = reports.some(({ findings }) => findings.length > 0) ? 1 : 0;
