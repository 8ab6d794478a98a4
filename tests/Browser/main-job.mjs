// node main-job.mjs <page url> <folder>: does the main job in the sandbox's page, with the mouse and with the keyboard
// alone, wide and narrow, light and dark. Leaves screenshots, prints what it saw; ends with 0 if nothing is wrong.
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";
import { Hands } from "./page/hands.mjs";
import { KeyboardOnly } from "./page/keyboard-only.mjs";
import { mainJob } from "./page/main-job.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node main-job.mjs <page url> <folder for the screenshots>");

const runs = [
  { name: "wide-light", size: { width: 1280, height: 900 }, colorScheme: "light", hands: Hands },
  { name: "wide-dark", size: { width: 1280, height: 900 }, colorScheme: "dark", hands: KeyboardOnly, trunk: "twilio-keys" },
  { name: "narrow-light", size: { width: 400, height: 800 }, colorScheme: "light", hands: Hands, trunk: "twilio-narrow" },
  { name: "narrow-dark", size: { width: 400, height: 800 }, colorScheme: "dark", hands: Hands, trunk: "twilio-night" },
];

async function play(browser, run) {
  const context = await browser.newContext({ viewport: run.size, colorScheme: run.colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  const findings = [];
  page.on("pageerror", (error) => findings.push(`script error: ${error.message}`));
  page.on("console", (line) => line.type() === "error" && findings.push(`console: ${line.text()}`));
  const shoot = async (name) => {
    await page.waitForTimeout(600); // what has come scrolls into view
    await page.screenshot({ path: join(folder, `${run.name}-${name}.png`) });
  };
  const check = async (when) => findings.push(...(await accessibilityFindings(page)).map((text) => `${when}: ${text}`));
  try {
    await page.goto(url);
    await page.locator("#steps").waitFor();
    await page.locator("#chat .webchat__bubble").first().waitFor({ timeout: 60_000 });
    await page.getByText("Connecting…").first().waitFor({ state: "detached" });
    await shoot("first-visit");
    await check("first visit");
    const hands = new run.hands(page);
    await (run.hands === Hands ? page.locator("#hide-steps").click() : leaveSteps(page, hands));
    const trunk = await mainJob(page, hands, { password: `canary-${randomUUID()}`, name: run.trunk, shoot });
    await check("afterwards");
    await showDesk(page, hands);
    await shoot("videosdk");
    await check("videosdk");
    return { run: run.name, trunk: trunk.trunkId, findings };
  } catch (problem) {
    await shoot("failure");
    return { run: run.name, findings: [...findings, problem.stack] };
  } finally {
    await context.close();
  }
}

async function leaveSteps(page, hands) {
  await hands.reach(page.locator("#hide-steps"));
  await page.keyboard.press("Enter");
}

async function showDesk(page, hands) {
  const [tab, call, fault] = [page.locator('.tabs [data-view="desk"]'), page.locator("#calls summary").first(), page.locator("#faults button").first()];
  if (await tab.isVisible()) await tab.click();
  await call.waitFor();
  if (hands instanceof KeyboardOnly) {
    await hands.reach(call);
    await page.keyboard.press("Enter");
    await hands.reach(fault);
    await page.keyboard.press("Enter");
  } else {
    await call.click();
    await fault.click();
  }
  await page.getByText("Armed: Too many calls").waitFor();
  await page.request.delete(new URL("/sandbox/faults", url).href);
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const reports = [];
for (const run of runs) reports.push(await play(browser, run));
await browser.close();
console.log(JSON.stringify(reports, null, 2));
process.exitCode = reports.some(({ findings }) => findings.length > 0) ? 1 : 0;
