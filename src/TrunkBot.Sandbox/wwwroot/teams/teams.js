import { asked } from "./asked.js";
import { Client } from "./client.js";
import { Messages } from "./messages.js";

const places = [
  { key: "personal", name: "Chat with TrunkBot" },
  { key: "teams-room", name: "Trunk approvals (channel)", isGroup: true },
  { key: "group", name: "Trunk talk (group chat)", isGroup: true },
];
const lookEvery = 1000;
const messages = new Messages(document.getElementById("messages"));
let client;
let looking = 0;

function offer(fieldset, group, choices, chosen, change) {
  for (const { key, name, role } of choices) {
    const label = document.createElement("label");
    const input = Object.assign(document.createElement("input"), { type: "radio", name: group, value: key, checked: key === chosen });
    label.append(input, Object.assign(document.createElement("b"), { textContent: name }), Object.assign(document.createElement("small"), { textContent: role ?? "" }));
    fieldset.append(label);
  }
  fieldset.addEventListener("change", ({ target }) => change(target.value));
}

function open(person, place) {
  client = new Client(person, places.find(({ key }) => key === place));
  client.onNote = (text) => text && messages.note(text);
  document.getElementById("place-title").textContent = client.place.name;
  history.replaceState(null, "", `?${new URLSearchParams({ person, place })}`);
  messages.begin(client);
  look();
}

/** Says how far the bot is, for as long as it isn't there. */
function tellOf({ answers, stage }) {
  const waiting = document.getElementById("waiting");
  const text = stage === "ended" ? "The bot has stopped. The Web Chat view says why, and starts it again." : "The bot is starting. This takes a minute or two.";
  waiting.hidden = answers;
  if (waiting.textContent !== text) waiting.textContent = text;
  document.body.toggleAttribute("data-bot", answers);
}

/** Reads what this person sees now; what somebody else chose meanwhile is not drawn. */
async function look() {
  const turn = ++looking;
  const { person, place } = client;
  try {
    const bot = await asked.bot();
    const [views, said] = bot.answers ? await Promise.all([asked.views(person, place.key), asked.said(person, place.key)]) : [[], []];
    if (turn === looking) {
      tellOf(bot);
      messages.show(views, said);
    }
  } catch {
    // the banner says it
  }
  if (turn === looking) setTimeout(() => turn === looking && look(), lookEvery);
}

document.getElementById("compose").addEventListener("submit", async (event) => {
  event.preventDefault();
  const box = document.getElementById("say");
  const text = box.value.trim();
  if (!text) return;
  box.value = "";
  try {
    await client.say(text);
  } catch (problem) {
    messages.note(problem.message);
  }
  look();
});
document.getElementById("say").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  document.getElementById("compose").requestSubmit();
});
document.getElementById("new-trunk").addEventListener("click", async () => {
  try {
    const { note } = await client.openAction("newTrunk");
    client.onNote(note);
  } catch (problem) {
    messages.note(problem.message);
  }
});
messages.onPressed = look;

const chosen = new URLSearchParams(location.search);
const [person, place] = [chosen.get("person") ?? "riya", chosen.get("place") ?? "personal"];
offer(document.getElementById("people"), "person", await asked.people(), person, (key) => open(key, client.place.key));
offer(document.getElementById("places"), "place", places, place, (key) => open(client.person, key));
open(person, place);
