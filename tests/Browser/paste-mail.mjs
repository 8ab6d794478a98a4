// node paste-mail.mjs <page url> <folder>: pastes a carrier's mail in the sandbox's page and follows it until the trunk exists.
// Leaves paste-pasted.png and paste-pasted-created.png there; ends with 0 if nothing is wrong.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { GuideBar } from "./page/guide.mjs";
import { pasteMail } from "./page/paste.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node paste-mail.mjs <page url> <folder for the screenshots>");

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light", reducedMotion: "reduce" })).newPage();
const shoot = async (name) => {
  await page.waitForTimeout(600); // what has come scrolls into view
  await page.screenshot({ path: join(folder, `paste-${name}.png`) });
};
try {
  await page.goto(url);
  await new GuideBar(page).isThere();
  await pasteMail(page, { shoot });
  console.log("The pasted mail became a trunk.");
} catch (problem) {
  await shoot("failure");
  throw problem;
} finally {
  await browser.close();
}
