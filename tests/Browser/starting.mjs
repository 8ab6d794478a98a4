// node starting.mjs <page url> <folder of a bot's project>: looks at the page while that bot cannot be built, and after it has been mended.
// Prints what is wrong; ends with 0 if nothing is.
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";
import { Pane } from "./page/pane.mjs";

const [url, project] = process.argv.slice(2);
if (!url || !project) throw new Error("Usage: node starting.mjs <page url> <folder of a bot's project>");

const browser = await openBrowser();
const page = await (await browser.newContext({ viewport: { width: 400, height: 800 }, reducedMotion: "reduce" })).newPage();
const findings = [];
const must = (holds, words) => holds || findings.push(words);
const check = async (when) => findings.push(...(await accessibilityFindings(page)).map((text) => `${when}: ${text}`));
const [chat, room, start] = [new Pane(page, "chat"), new Pane(page, "room"), page.locator("#start")];

await page.goto(url);
await start.getByText("Starting the bot…").waitFor();
must((await page.locator("[role=status]:visible").count()) === 1, "More than one state is shown while the bot starts.");
must((await chat.sendBox.count()) + (await room.sendBox.count()) === 0, "Somebody can write before the bot is there.");
await check("starting");

await writeFile(join(project, "go"), "");
await start.getByText("The bot has stopped").waitFor();
await start.getByText("A semicolon is missing").waitFor();
await check("stopped");

await rm(join(project, "broken"));
await start.getByRole("button", { name: "Start again" }).click();
await chat.isConnected();
await room.isConnected();
await start.waitFor({ state: "hidden" });
must(!/isn't running|answer/.test(await page.locator("main").innerText()), "A chat says that the bot is not there.");

await browser.close();
console.log(JSON.stringify(findings, null, 2));
process.exitCode = findings.length > 0 ? 1 : 0;
