import { children, knownMembers, teamsElements } from "./known-members.mjs";

const mostBytes = 20 * 1024;
const mostActions = 6;

/** Everything that the npm renderer does not report about a card, as sentences. */
export function ownFindings(card) {
  const findings = [];
  if (card.type !== "AdaptiveCard") findings.push("type must be AdaptiveCard");
  if (card.version !== "1.5") findings.push(`version must be 1.5, not ${card.version}`);
  if (!card.fallbackText) findings.push("fallbackText is missing");
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > mostBytes) findings.push(`${bytes} bytes are more than ${mostBytes}`);
  const seen = { ids: new Set(), findings };
  walk(card, "AdaptiveCard", "card", seen);
  return findings;
}

function walk(node, kind, path, seen, isFallback = false) {
  const type = node.type ?? kind;
  const rich = teamsElements[type];
  const known = rich?.members ?? knownMembers[type];
  if (!known) return seen.findings.push(`${path}: unknown element ${type}`);
  for (const member of Object.keys(node))
    if (!known.includes(member)) seen.findings.push(`${path}: ${type} has no member ${member}`);
  // a fallback takes the place of its element, so it may carry the same id and is not one more button
  if (!isFallback) {
    if (node.id && seen.ids.has(node.id)) seen.findings.push(`${path}: the id ${node.id} is used twice`);
    if (node.id) seen.ids.add(node.id);
    // Teams shows six buttons in a row well, that of the card and that of each set of actions in it
    if (node.actions?.length > mostActions) seen.findings.push(`${path}: ${node.actions.length} actions are more than ${mostActions}`);
  }
  checkElement(node, type, path, seen.findings);
  if (rich && typeof node.fallback !== "object") seen.findings.push(`${path}: ${type} without a fallback`);
  for (const [member, childKind] of Object.entries(children))
    [node[member] ?? []].flat().forEach((child, at) =>
      typeof child === "object" && walk(child, kindOf(type, member, childKind), `${path}.${member}[${at}]`, seen));
  if (typeof node.fallback === "object") walk(node.fallback, kind, `${path}.fallback`, seen, true);
}

const kindOf = (type, member, kind) => (type === "Table" && member === "columns" ? "TableColumnDefinition" : kind);

function checkElement(node, type, path, findings) {
  if (type.startsWith("Input.") && type !== "Input.Choice") {
    if (!node.id) findings.push(`${path}: ${type} without an id`);
    if (!node.label) findings.push(`${path}: ${type} without a label`);
    if (node.isRequired && !node.errorMessage) findings.push(`${path}: a required ${type} without an errorMessage`);
  }
  if (type.startsWith("Action.") && !node.title) findings.push(`${path}: ${type} without a title`);
  if ((type === "Action.Submit" || type === "Action.Execute") && node.data !== undefined && typeof node.data !== "object")
    findings.push(`${path}: data of ${type} must be an object`);
  if (type === "Action.Execute" && node.verb !== node.data?.verb)
    findings.push(`${path}: verb ${node.verb} differs from data.verb ${node.data?.verb}`);
  if (type === "Image" && !node.altText) findings.push(`${path}: Image without altText`);
}
