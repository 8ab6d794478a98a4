// node paste-mail.mjs <page url> <folder>: pastes a carrier's mail in the sandbox's page and follows it until the trunk exists. It leaves
// there the README's two pictures, pasted.png and created.png; ends with 0 if nothing is wrong.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import { GuideBar } from "./page/guide.mjs";
import { Hands } from "./page/hands.mjs";
import { Pane } from "./page/pane.mjs";
import { mustNotSay, pasteMail, submitAndApprove } from "./page/paste.mjs";
import { isStill } from "./page/still.mjs";

const [url, folder] = process.argv.slice(2);
if (!url || !folder) throw new Error("Usage: node paste-mail.mjs <page url> <folder for the screenshots>");

const size = { width: 1280, height: 900 };
const tall = { ...size, height: 2400 };

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const page = await (await browser.newContext({ viewport: size, deviceScaleFactor: 1.5, colorScheme: "light", reducedMotion: "reduce" })).newPage();
const guide = new GuideBar(page);
try {
  await page.goto(url);
  await guide.isThere();
  await page.locator("#chat .webchat__bubble").first().waitFor();
  const password = await pasteMail(page);
  await shootChat();
  await submitAndApprove(page);
  await mustNotSay(page, password);
  await guide.close(new Hands(page));
  await isStill(page);
  await page.screenshot({ path: join(folder, "created.png") });
  console.log("The pasted mail became a trunk.");
} catch (problem) {
  await page.screenshot({ path: join(folder, "paste-failure.png") });
  throw problem;
} finally {
  await browser.close();
}

/** The mail, the warning and the whole form beneath one another, in a chat that is as high as they are. */
async function shootChat() {
  const chat = new Pane(page, "chat");
  const mail = chat.saying("Kind regards").last();
  await page.setViewportSize(tall);
  await isStill(page);
  const [scroller, end] = [chat.root.locator(".webchat__basic-transcript__scrollable"), chat.root.locator(".webchat__basic-transcript__activity").last()];
  const [from, to, view] = await Promise.all([mail, end, scroller].map((part) => part.boundingBox()));
  const [margin, needed] = [12, to.y + to.height - from.y];
  await page.setViewportSize({ ...size, height: Math.ceil(tall.height - view.height + needed + margin) });
  await isStill(page);
  await mail.evaluate((bubble, above) => (bubble.closest(".webchat__basic-transcript__scrollable").scrollTop += bubble.getBoundingClientRect().top - bubble.closest(".webchat__basic-transcript__scrollable").getBoundingClientRect().top - above), margin);
  await isStill(page);
  await chat.root.locator(".talk").screenshot({ path: join(folder, "pasted.png") });
  await page.setViewportSize(size);
}
