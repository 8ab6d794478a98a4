// node validate-manifest.mjs <folder>: checks an unpacked Teams app package and its languages against Microsoft's schemas, and its icons
// against Teams' rules. Prints a JSON list of findings; ends with 0 if it is empty.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv-draft-04";
import { openBrowser } from "./browser.mjs";

const schemas = join(dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest/package.json")), "build/json-schemas/teams");
const [folder] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));

const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));

async function againstSchema(document, name, schemaName) {
  const schema = await readJson(join(schemas, `v${manifest.manifestVersion}`, schemaName));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
  return validate(document) ? [] : validate.errors.map(({ instancePath, message, params }) => `${name}${instancePath}: ${message} ${JSON.stringify(params)}`);
}

/** What a key of a language file is about, such as bots[0].commandLists[0].commands[1].title. */
const at = (key) => key.split(/[.[\]]+/).filter((part) => part !== "").reduce((node, part) => node?.[part], manifest);

async function languages() {
  const named = manifest.localizationInfo.additionalLanguages;
  const found = await Promise.all(named.map(async ({ file }) => {
    const texts = await readJson(join(folder, file));
    const astray = Object.keys(texts).filter((key) => key !== "$schema" && typeof at(key) !== "string");
    return [...(await againstSchema(texts, file, "MicrosoftTeams.Localization.schema.json")), ...astray.map((key) => `${file}: ${key} names nothing in the manifest`)];
  }));
  return found.flat();
}

/** Runs in the browser: the size of a PNG, and whether each pixel is white or transparent. */
async function look(bytes) {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob(), { premultiplyAlpha: "none" });
  const drawing = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  drawing.drawImage(picture, 0, 0);
  const { data } = drawing.getImageData(0, 0, picture.width, picture.height);
  let [coloured, clear] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) clear++;
    else if (data[at] + data[at + 1] + data[at + 2] < 3 * 255) coloured++;
  }
  return { width: picture.width, height: picture.height, coloured, clear };
}

async function icons() {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const seen = async (name) => page.evaluate(look, (await readFile(join(folder, name))).toString("base64"));
  const [color, outline] = [await seen(manifest.icons.color), await seen(manifest.icons.outline)];
  await browser.close();
  return [
    color.width === 192 && color.height === 192 ? [] : `color icon: ${color.width}×${color.height}, not 192×192`,
    color.clear === 0 && color.coloured > 0 ? [] : "color icon: must be in colour, on a background that covers it",
    outline.width === 32 && outline.height === 32 ? [] : `outline icon: ${outline.width}×${outline.height}, not 32×32`,
    outline.coloured === 0 && outline.clear > 0 ? [] : `outline icon: ${outline.coloured} pixels are neither white nor transparent`,
  ].flat();
}

const findings = [...(await againstSchema(manifest, "manifest", "MicrosoftTeams.schema.json")), ...(await languages()), ...(await icons())];
console.log(JSON.stringify(findings, null, 2));
process.exitCode = findings.length > 0 ? 1 : 0;
