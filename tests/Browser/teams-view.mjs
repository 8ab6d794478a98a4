// node teams-view.mjs <page url> <folder>: the main job as Teams shows it. Somebody makes the channel the approvals room, a colleague pastes a carrier's mail
// in a group, somebody opens the form from that message, two approve with cards of their own, and everybody sees it. Who asks and who approves first use the
// keyboard alone. Leaves screenshots, prints what is wrong as a list.
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";
import { KeyboardOnly } from "./page/keyboard-only.mjs";
import { TeamsPage } from "./teams/teams-page.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node teams-view.mjs <page url> <folder for the screenshots>");

const secret = `Canary-${randomUUID()}`;
// a premium number needs two approvals
const mail = `Hi Riya, here is your trunk.
Trunk name: Acme sales
Termination SIP URI: acme.pstn.twilio.com
Direction: outbound
Phone numbers: +1 900 555 0100
User name: acme
Password: ${secret}`;

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const findings = [];
const people = {};

async function open(person, place, { hands, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => findings.push(`script error: ${error.message}`));
  people[person] = new TeamsPage(page, new URL(`teams.html?person=${person}&place=${place}`, url).href, hands && new hands(page));
  await people[person].open();
  return people[person];
}

const must = (holds, words) => holds || findings.push(words);
const shoot = (who, name) => people[who].page.screenshot({ path: join(folder, `teams-${name}.png`), fullPage: true });

async function check(who, when) {
  findings.push(...(await accessibilityFindings(people[who].page)).map((text) => `${when}: ${text}`));
}

async function roomIsSet() {
  const ada = await open("ada", "teams-room", { forcedColors: "active" });
  await ada.say("/trunk approvals here");
  await ada.reads("approvals room now");
}

/** A form as a card in the chat. */
async function asksInTheChat() {
  const riya = await open("riya", "personal", { hands: KeyboardOnly });
  await riya.say("/trunk new --name voice --host acme.pstn.twilio.com --direction outbound --numbers +14155550100 --username acme");
  const form = riya.messageWith("Submit");
  await form.waitFor();
  await shoot("riya", "form");
  await check("riya", "the form");
  await riya.fill(form.getByLabel(/password/i).first(), secret);
  await riya.press(form, "Submit");
  await riya.reads("Waiting for");
  return riya;
}

/** The same form as a dialog; what is wrong is said in it, what was entered stays, and Escape leaves it where it was opened. */
async function triesTheDialog(riya) {
  await riya.say("hello");
  await riya.press(riya.messageWith("New trunk"), "New trunk");
  await riya.fill(riya.inDialog.getByLabel(/^Name/), "night line");
  await riya.fill(riya.inDialog.getByLabel(/^Host/), "https://");
  await riya.press(riya.inDialog, "Submit");
  await riya.inDialog.getByText("things to change").waitFor();
  must((await riya.inDialog.getByLabel(/^Name/).inputValue()) === "night line", "the dialog has lost what was entered");
  await shoot("riya", "dialog");
  await check("riya", "the dialog");
  await riya.page.keyboard.press("Escape");
  await riya.inDialog.waitFor({ state: "hidden" });
}

/** From the menu of a message that a colleague has pasted: the form is filled in, but for the password. */
async function asksFromAMessage(riya) {
  const mei = await open("mei", "group");
  await mei.say(mail);
  await mei.reads("looks like a password");
  await riya.goTo("group");
  await riya.click(riya.page.getByRole("button", { name: "New SIP trunk from this message of Mei Lin" }).last());
  await riya.inDialog.getByLabel(/^Name/).waitFor();
  must((await riya.inDialog.getByLabel(/^Host/).inputValue()) === "acme.pstn.twilio.com", "the form from the message has no host");
  must((await riya.inDialog.getByLabel(/password/i).first().inputValue()) === "", "the form from the message has the password");
  await shoot("riya", "dialog-from-a-message");
  await riya.fill(riya.inDialog.getByLabel(/password/i).first(), secret);
  await riya.press(riya.inDialog, "Submit");
  const anyway = riya.inDialog.getByRole("button", { name: "Submit anyway", exact: true });
  await anyway.waitFor();
  await riya.click(anyway);
  await riya.inDialog.waitFor({ state: "hidden" });
  await riya.goTo("personal");
  await riya.reads("2 other approvers");
}

/** Who is no approver reads what they may not do, alone. */
async function isRefusedAlone(omar) {
  const eve = await open("eve", "teams-room");
  await eve.say("/trunk list");
  await eve.only("You need the role").waitFor();
  await shoot("eve", "refused");
  must((await omar.only("You need the role").count()) === 0, "a refusal for one person is seen by another");
  return eve;
}

try {
  await roomIsSet();
  const riya = await asksInTheChat();
  const omar = await open("omar", "teams-room", { colorScheme: "dark", hands: KeyboardOnly });
  await omar.messageWith("Approve").waitFor();
  must(!(await omar.buttons(omar.messageWith("Approve"))).includes("Take back"), "an approver sees the asker's button");
  await shoot("omar", "for-an-approver");
  await check("omar", "the approver's card");
  const eve = await isRefusedAlone(omar);
  await triesTheDialog(riya);
  await omar.press(omar.messageWith("Approve"), "Approve");
  await omar.reads("Approved");
  await eve.reads("Approved by");
  await riya.reads("Created");

  await asksFromAMessage(riya);
  await omar.reads("Acme sales");
  await omar.press(omar.messageWith("Approve"), "Approve");
  await omar.reads("You approved this. It still needs 1 approval");
  await shoot("omar", "has-said-yes");
  await eve.reads("1 of 2 approvals");
  const mei = await open("mei", "teams-room");
  await mei.press(mei.messageWith("Approve"), "Approve");
  await riya.saying("Acme sales").getByText("Created").first().waitFor();
  await eve.saying("Acme sales").getByText(/Mei Lin/).first().waitFor();
  await shoot("eve", "approved");
  await shoot("riya", "created");
  await check("riya", "the summary");
  await check("ada", "high contrast");
  for (const who of Object.keys(people)) must(!(await people[who].page.locator("#messages li.bot").allInnerTexts()).join().includes(secret), `${who} reads the password`);
} catch (problem) {
  for (const who of Object.keys(people)) await shoot(who, `failure-${who}`);
  findings.push(problem.stack);
} finally {
  await browser.close();
}
console.log(JSON.stringify(findings, null, 2));
