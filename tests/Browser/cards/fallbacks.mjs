// What a card says with Teams' own elements, against what is drawn where they are not known.
import { teamsElements, widths } from "./known-members.mjs";

const order = Object.keys(widths);

/** All that the elements say which only Teams draws. */
export function sayings(node) {
  if (Array.isArray(node)) return node.flatMap(sayings);
  if (typeof node !== "object" || node === null) return [];
  const said = teamsElements[node.type]?.says(node) ?? [];
  return [...said, ...Object.entries(node).filter(([member]) => member !== "fallback" && member !== "data").flatMap(([, child]) => sayings(child))];
}

/** The card as a client shows it that leaves out what is not for its width. */
export function atWidth(node, width) {
  if (Array.isArray(node)) return node.filter((child) => isFor(child?.targetWidth, width)).map((child) => atWidth(child, width));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([member, child]) => [member, atWidth(child, width)]));
}

function isFor(target, width) {
  if (!target) return true;
  const [bound, name] = target.includes(":") ? target.split(":") : ["", target];
  const at = order.indexOf(name[0].toLowerCase() + name.slice(1));
  const is = order.indexOf(width);
  return bound.toLowerCase() === "atleast" ? is >= at : bound.toLowerCase() === "atmost" ? is <= at : is === at;
}

/** Sentences about what is lost of a card at this width, as it was drawn there. */
export function lostAt(card, width, drawn) {
  const text = bare(drawn.text);
  return [
    ...drawn.findings.map((finding) => `${width}: ${finding}`),
    ...sayings(card).filter((said) => !text.includes(bare(said))).map((said) => `${width}: nothing says ${said}`),
  ];
}

const bare = (text) => text.replace(/[\s\u2068\u2069]+/g, "");
