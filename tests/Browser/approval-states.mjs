// node approval-states.mjs <page url> <folder>: five people have the approvals room open in the Teams view. Each line of the standard input is a state, a
// request and words that its card says (apart by tabs): it waits until everybody reads them, takes a picture of each one's card, and answers with a list of
// what is wrong. At the end approvals.html shows all pictures.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openBrowser } from "./browser.mjs";
import { accessibilityFindings } from "./page/accessibility.mjs";
import { TeamsPage } from "./teams/teams-page.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node approval-states.mjs <page url> <folder for the screenshots>");

const viewers = { riya: "who asked", omar: "the first approver", mei: "the second approver", ada: "an administrator", eve: "anybody else" };
const actors = ["riya", "omar"]; // the others' cards have nothing that these have not
const states = [];

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const pages = await Promise.all(Object.keys(viewers).map(async (person) => {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 }, reducedMotion: "reduce" });
  const view = new TeamsPage(await context.newPage(), new URL(`teams.html?person=${person}&place=teams-room`, url).href);
  await view.open();
  return [person, view];
}));

async function look(state, request, words) {
  const findings = [];
  for (const [person, view] of pages) {
    const card = view.page.locator("#messages li.bot:has(.ac-adaptiveCard)").filter({ hasText: `${request}: SIP trunk` }).last();
    await card.filter({ hasText: words }).waitFor();
    await card.screenshot({ path: join(folder, `approval-${state}-${person}.png`) });
    if (actors.includes(person)) findings.push(...(await accessibilityFindings(view.page)).map((text) => `${state}, ${person}: ${text}`));
    if (await view.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) findings.push(`${state}, ${person}: wider than the window`);
  }
  states.push(state);
  return findings;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await look(...line.split("\t"))));
}

const rows = states.map((state) => `<tr><th>${state}</th>${Object.keys(viewers).map((person) => `<td><img alt="" width="420" src="approval-${state}-${person}.png"></td>`).join("")}</tr>`);
await writeFile(join(folder, "approvals.html"), `<!doctype html><meta charset="utf-8"><title>The approvals card</title>
<style>td, th { vertical-align: top; padding: 8px; text-align: left; font-family: sans-serif }</style>
<table><tr><th></th>${Object.values(viewers).map((words) => `<th>${words}</th>`).join("")}</tr>${rows.join("")}</table>`);
await browser.close();
