// node teams-view.mjs <page url> <folder>: the main job as Teams shows it. Somebody makes the channel the approvals room, somebody asks, two look at the
// question with cards of their own, one approves, and everybody sees it. Leaves screenshots, prints what is wrong as a list.
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";
import { TeamsPage } from "./teams/teams-page.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node teams-view.mjs <page url> <folder for the screenshots>");

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const findings = [];
const people = {};

async function open(person, place, options) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => findings.push(`script error: ${error.message}`));
  people[person] = new TeamsPage(page, new URL(`teams.html?person=${person}&place=${place}`, url).href);
  await people[person].open();
  return people[person];
}

const shoot = (who, name) => people[who].page.screenshot({ path: join(folder, `teams-${name}.png`), fullPage: true });

async function check(who, when) {
  findings.push(...(await accessibilityFindings(people[who].page)).map((text) => `${when}: ${text}`));
}

try {
  const ada = await open("ada", "teams-room", { forcedColors: "active" });
  await ada.say("/trunk approvals here");
  await ada.reads("approvals room now");

  const riya = await open("riya", "personal");
  await riya.say("/trunk new --name voice --host acme.pstn.twilio.com --direction outbound --numbers +14155550100 --username acme");
  const form = riya.messageWith("Submit");
  await form.waitFor();
  await shoot("riya", "form");
  await check("riya", "the form");
  await form.getByLabel(/password/i).first().fill(`Canary-${randomUUID()}`);
  await riya.press(form, "Submit");
  await riya.reads("Waiting for");

  const omar = await open("omar", "teams-room", { colorScheme: "dark" });
  const eve = await open("eve", "teams-room");
  await omar.messageWith("Approve").waitFor();
  if (await omar.buttons(omar.messageWith("Approve")).then((all) => all.includes("Take back"))) findings.push("an approver sees the asker's button");
  await shoot("omar", "for-an-approver");
  await check("omar", "the approver's card");

  // Who is no approver reads what they may not do, alone.
  await eve.say("/trunk list");
  await eve.only("You need the role").waitFor();
  await shoot("eve", "refused");
  if (await omar.only("You need the role").count()) findings.push("a refusal for one person is seen by another");

  // The same form as a dialog; what is wrong is said in it, and what was entered stays.
  await riya.say("hello");
  await riya.press(riya.messageWith("New trunk"), "New trunk");
  await riya.inDialog.getByLabel(/^Name/).fill("night line");
  await riya.inDialog.getByLabel(/^Host/).fill("https://");
  await riya.inDialog.getByRole("button", { name: "Submit", exact: true }).click();
  await riya.inDialog.getByText("things to change").waitFor();
  if ((await riya.inDialog.getByLabel(/^Name/).inputValue()) !== "night line") findings.push("the dialog has lost what was entered");
  await shoot("riya", "dialog");
  await check("riya", "the dialog");
  await riya.page.keyboard.press("Escape");

  await omar.press(omar.messageWith("Approve"), "Approve");
  await omar.reads("Approved");
  await eve.reads("Approved by");
  await riya.reads("Created");
  await shoot("omar", "approved");
  await shoot("riya", "created");
  await check("riya", "the summary");
  await check("ada", "high contrast");
} catch (problem) {
  for (const who of Object.keys(people)) await shoot(who, `failure-${who}`);
  findings.push(problem.stack);
} finally {
  await browser.close();
}
console.log(JSON.stringify(findings, null, 2));
