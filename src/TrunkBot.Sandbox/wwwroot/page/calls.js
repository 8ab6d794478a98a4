import { sandbox } from "./sandbox.js";

const shown = new Map();
const most = 100;

function describe({ status, fault }) {
  if (status) return { words: String(status), kind: status < 300 ? "good" : "bad" };
  return { words: fault ? "no answer" : "waiting", kind: "none" };
}

function line(call) {
  const item = document.createElement("li");
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  const time = document.createElement("time");
  time.dateTime = call.time;
  time.textContent = new Date(call.time).toLocaleTimeString([], { hour12: false });
  const what = document.createElement("code");
  what.textContent = `${call.method} ${call.path}`;
  const status = document.createElement("span");
  summary.append(time, what, status);
  const body = document.createElement("pre");
  body.textContent = call.body ? JSON.stringify(call.body, null, 2) : "No body";
  const more = document.createElement("p");
  more.className = "more";
  more.textContent = [`Request ${call.id}`, call.fault && `failure: ${call.fault}`].filter(Boolean).join(" · ");
  details.append(summary, body, more);
  item.append(details);
  return { item, status };
}

function update(status, call) {
  const { words, kind } = describe(call);
  if (status.textContent === words) return;
  status.textContent = words;
  status.className = `status ${kind}`;
}

function countTrunks(trunks) {
  const words = trunks.length === 0 ? "No trunks yet" : trunks.length === 1 ? `1 trunk: ${trunks[0].name}` : `Trunks: ${trunks.length}`;
  const place = document.getElementById("trunks");
  if (place.textContent !== words) place.textContent = words;
}

/** The last call, for whoever has the strip closed. */
function showLast(call) {
  const place = document.getElementById("last-call");
  place.hidden = call === undefined;
  if (!call) return;
  const [what, status] = place.childElementCount ? place.children : [document.createElement("code"), document.createElement("span")];
  if (!place.childElementCount) place.append(what, status);
  const words = `${call.method} ${call.path}`;
  if (what.textContent !== words) what.textContent = words;
  update(status, call);
}

/** Brings the strip up to date. Says whether a call is new, whether a create was asked for, and whether a trunk exists. */
export async function showCalls() {
  const [calls, trunks] = await Promise.all([sandbox.requests(), sandbox.trunks()]);
  countTrunks(trunks);
  const list = document.getElementById("calls");
  const known = new Set(calls.map(({ id }) => id));
  for (const [id, { item }] of shown)
    if (!known.has(id)) { item.remove(); shown.delete(id); }
  let isNew = false;
  for (const call of calls.slice(-most)) {
    if (!shown.has(call.id)) {
      shown.set(call.id, line(call));
      list.prepend(shown.get(call.id).item);
      isNew ||= Date.parse(call.time) > performance.timeOrigin;
    }
    update(shown.get(call.id).status, call);
  }
  showLast(calls.at(-1));
  document.getElementById("no-calls").hidden = calls.length > 0;
  return { isNew, asked: calls.some(({ method }) => method === "POST"), created: trunks.length > 0 };
}
