// node message-format.mjs < messages: a message a line, as {"language", "message", "values"}. Prints what FormatJS makes of each, or null where it takes none.
import { text } from "node:stream/consumers";
import { IntlMessageFormat } from "intl-messageformat";

const lines = (await text(process.stdin)).split("\n").filter(Boolean).map((line) => JSON.parse(line));
console.log(JSON.stringify(lines.map(({ language, message, values }) => {
  try {
    return new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format({ ...values });
  } catch {
    return null;
  }
})));
