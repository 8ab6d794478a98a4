// node draw-icons.mjs <folder>: draws color.svg and outline.svg of the app package as PNG, in the sizes that Teams asks for.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";

const [folder] = process.argv.slice(2);
const browser = await openBrowser();
for (const [name, size] of Object.entries({ color: 192, outline: 32 })) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>* { margin: 0 } svg { display: block }</style>${await readFile(join(folder, `${name}.svg`), "utf8")}`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
}
await browser.close();
