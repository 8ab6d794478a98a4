// node languages.mjs <page url> <folder>: the main job in the Teams view, in the language of those who do it. Each line of the standard input is a step and what it
// needs, apart by tabs: "open", a locale and the number of the request; "ask", what Submit is called and words that a request which waits says; "approve", what Approve is called; "read", words that the
// summary says. Answers each with a line; to "read" with all that people have read, as JSON. Leaves screenshots of form, question and summary.
import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openBrowser } from "./browser.mjs";
import { TeamsPage } from "./teams/teams-page.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node languages.mjs <page url> <folder for the screenshots>");

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
let context, locale, number, ada, riya, omar;

async function view(person, place) {
  const page = new TeamsPage(await context.newPage(), new URL(`teams.html?person=${person}&place=${place}`, url).href);
  await page.open();
  return page;
}

const shoot = (who, name) => who.page.screenshot({ path: join(folder, `language-${locale}-${name}.png`), fullPage: true });

const steps = {
  async open(inLocale, request) {
    await context?.close();
    [locale, number] = [inLocale, request];
    context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: "reduce", locale });
    [ada, riya, omar] = await Promise.all([view("ada", "teams-room"), view("riya", "personal"), view("omar", "teams-room")]);
    await ada.say("/trunk approvals here");
    await ada.page.locator("#messages li.bot").nth(Number(number) - 1).waitFor();
    return "open";
  },

  async ask(submit, waiting) {
    await riya.say(`/trunk new --name "voice ${number}" --host acme${number}.pstn.twilio.com --direction outbound --numbers +1415200000${number} --username acme${number}`);
    const form = riya.messageWith(submit);
    await form.waitFor();
    await form.locator("input[type=password]").fill(`Canary-${randomUUID()}`);
    await shoot(riya, "form");
    await riya.press(form, submit);
    await riya.saying(`TR-${number}`).filter({ hasText: waiting }).waitFor();
    return "asked";
  },

  async approve(approve) {
    const question = omar.messageWith(approve);
    await question.filter({ hasText: `TR-${number}` }).waitFor();
    await shoot(omar, "question");
    await omar.press(question, approve);
    await question.filter({ hasText: `TR-${number}` }).waitFor({ state: "hidden" });
    return "approved";
  },

  async read(words) {
    await riya.saying(`TR-${number}`).filter({ hasText: words }).waitFor();
    await shoot(riya, "summary");
    const read = await Promise.all([riya, omar].map((who) => who.page.locator("#messages li.bot").filter({ hasText: `TR-${number}` }).allInnerTexts()));
    return read.flat().join("\n");
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [step, ...given] = line.split("\t");
  console.log(JSON.stringify(await steps[step](...given)));
}
await browser.close();
