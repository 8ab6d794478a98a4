// node one-time-page.mjs <folder> <link> <link> <link> <link>: uses the one-time page with the keyboard alone, wide and
// narrow, light and dark. Leaves screenshots; prints what is wrong, and nothing where nothing is.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";

const [folder, ...links] = process.argv.slice(2);
if (links.length !== 4) throw new Error("Usage: node one-time-page.mjs <folder for the screenshots> <four links>");

const runs = [
  { name: "wide-light", size: { width: 1280, height: 800 }, colorScheme: "light", play: enter },
  { name: "wide-dark", size: { width: 1280, height: 800 }, colorScheme: "dark", play: generate },
  { name: "narrow-light", size: { width: 360, height: 740 }, colorScheme: "light", play: generate },
  { name: "narrow-dark", size: { width: 360, height: 740 }, colorScheme: "dark", play: enter },
];

async function enter(page, check) {
  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  await page.getByText("shorter than 8 characters").waitFor();
  await check("refused");
  await page.keyboard.type("Password2024!");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Password received" }).waitFor();
  await check("kept");
}

async function generate(page, check) {
  for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("heading", { name: "Here is your password" }).waitFor();
  await check("generated");
}

async function play(browser, run, link) {
  const context = await browser.newContext({ viewport: run.size, colorScheme: run.colorScheme });
  const page = await context.newPage();
  const findings = [];
  page.on("console", (line) => /Content Security Policy|Refused/.test(line.text()) && findings.push(`console: ${line.text()}`));
  page.on("request", (request) => new URL(request.url()).origin !== new URL(link).origin && request.url() !== "data:," && findings.push(`asked elsewhere: ${request.url()}`));
  const check = async (when) => {
    await page.screenshot({ path: join(folder, `one-time-page-${run.name}-${when}.png`) });
    findings.push(...(await accessibilityFindings(page)).map((text) => `${when}: ${text}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) findings.push(`${when}: wider than the window`);
  };
  await page.goto(link);
  await check("asks");
  await run.play(page, check);
  await page.goto(link);
  await page.getByRole("heading", { name: "This link doesn’t work" }).waitFor();
  await check("gone");
  await context.close();
  return findings.map((text) => `${run.name}: ${text}`);
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const [at, run] of runs.entries()) (await play(browser, run, links[at])).forEach((finding) => console.log(finding));
} finally {
  await browser.close();
}
