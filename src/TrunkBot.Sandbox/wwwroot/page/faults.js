import { sandbox } from "./sandbox.js";

const status = (words, code, more = {}) => ({ words, hint: String(code), fault: { kind: "status", status: code, ...more } });

const groups = [
  {
    title: "Try again", note: "VideoSDK created nothing. TrunkBot waits, then tries again.",
    ways: [status("Too many calls", 429, { retryAfter: 5 }), status("Back in 5 seconds", 503, { retryAfter: 5 })],
  },
  {
    title: "Answer lost", note: "The trunk may or may not exist. An administrator checks.",
    ways: [
      { words: "Connection lost before", fault: { kind: "drop-before" } },
      { words: "Connection lost after", fault: { kind: "drop-after" } },
      { words: "No answer", fault: { kind: "hang" } },
      { words: "Unreadable answer", fault: { kind: "garbage" } },
      { words: "No trunk id", fault: { kind: "no-trunk-id" } },
      { words: "Redirect", hint: "302", fault: { kind: "redirect" } },
      status("Timed out", 408), status("Server error", 500),
    ],
  },
  {
    title: "Refused", note: "VideoSDK created nothing. Someone has to act.",
    ways: [
      status("Wrong values", 400), status("Wrong key", 401), status("Payment due", 402), status("Not allowed", 403),
      status("Not found", 404), status("Conflict", 409), status("Not understood", 422),
    ],
  },
  {
    title: "Slow", note: "It works in the end.",
    ways: [{ words: "Takes 5 seconds", fault: { kind: "latency", milliseconds: 5000 } }],
  },
];

const ways = groups.flatMap((group) => group.ways);
const sameWay = (one, other) => one.kind === other.kind && one.status === other.status && !one.retryAfter === !other.retryAfter;
const nameOf = (fault) => ways.find((way) => sameWay(way.fault, fault))?.words ?? `${fault.kind} ${fault.status ?? ""}`.trim();

function show(faults) {
  const box = document.getElementById("armed");
  box.hidden = faults.length === 0;
  const words = faults.length === 0
    ? ""
    : `Next: ${faults.flatMap((fault) => Array(Math.min(fault.times ?? 1, 5)).fill(nameOf(fault))).join(", then ")}`;
  const line = box.querySelector("p");
  if (line.textContent !== words) line.textContent = words;
}

function button({ words, hint, fault }) {
  const item = document.createElement("li");
  const press = document.createElement("button");
  press.type = "button";
  press.append(words);
  if (hint) {
    const small = document.createElement("small");
    small.textContent = ` ${hint}`;
    press.append(small);
  }
  press.addEventListener("click", async () => {
    await sandbox.arm({ method: "POST", ...fault });
    show(await sandbox.faults());
  });
  item.append(press);
  return item;
}

/** Draws the buttons that make the next create fail, and keeps telling which of them waits for its call. */
export function offerFaults() {
  const place = document.getElementById("faults");
  for (const { title, note, ways: offered } of groups) {
    const heading = document.createElement("h4");
    const why = document.createElement("span");
    why.textContent = note;
    heading.append(title, why);
    const list = document.createElement("ul");
    list.append(...offered.map(button));
    const column = document.createElement("div");
    column.append(heading, list);
    place.append(column);
  }
  document.getElementById("disarm").addEventListener("click", async () => {
    await sandbox.disarm();
    show([]);
    place.querySelector("button").focus();
  });
  return async () => show(await sandbox.faults());
}
