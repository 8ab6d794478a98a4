import { ChatPane } from "./chat-pane.js";
import { offerFaults } from "./faults.js";
import { fillTheRest } from "./fill.js";
import { Guide } from "./guide.js";
import { carrierMail } from "./mail.js";
import { offerPeople } from "./people.js";
import { showCalls } from "./calls.js";
import { showStart } from "./start.js";

const refreshEvery = 1500;
const refreshWhileStarting = 400;

function show(view) {
  document.body.dataset.view = view;
  for (const tab of document.querySelectorAll(".tabs button")) {
    if (tab.dataset.view === view) {
      tab.setAttribute("aria-current", "true");
      tab.removeAttribute("data-news");
    } else tab.removeAttribute("aria-current");
  }
}

function news(view) {
  if (document.body.dataset.view !== view)
    document.querySelector(`.tabs [data-view="${view}"]`).setAttribute("data-news", "");
}

function makePane(id, where, person) {
  const section = document.getElementById(id);
  const pane = new ChatPane(section, where, person, { onNews: () => news(id), onSeen: (activity) => guide.see(activity) });
  offerPeople(section.querySelector(".people"), `${id}-person`, person, (chosen) => pane.speakAs(chosen));
  return pane;
}

/** Everything that changes without this page's doing. Says whether the bot is there. */
async function refresh() {
  const up = await showStart();
  await showFaults();
  const { isNew, created, asked } = await showCalls();
  if (isNew) news("desk");
  if (asked) guide.tick("approved");
  if (created) guide.tick("created");
  if (up && !document.body.hasAttribute("data-bot")) {
    document.body.setAttribute("data-bot", "up");
    guide.begin();
  }
  return up;
}

async function keepShowing() {
  let up = false;
  if (!document.hidden || !document.body.hasAttribute("data-bot")) {
    try {
      up = await refresh();
      document.body.toggleAttribute("data-no-bot", !up);
      if (up) for (const pane of panes) pane.connect();
    } catch {
      for (const pane of panes) pane.lose();
    }
  }
  setTimeout(keepShowing, up ? refreshEvery : refreshWhileStarting);
}

const deskOpen = "trunkbot.desk-open";

function openDesk(yes) {
  document.getElementById("desk").toggleAttribute("data-open", yes);
  document.getElementById("show-desk").setAttribute("aria-expanded", String(yes));
  localStorage.setItem(deskOpen, yes ? "yes" : "no");
}

document.getElementById("show-desk").addEventListener("click", () => openDesk(!document.getElementById("desk").hasAttribute("data-open")));
openDesk(localStorage.getItem(deskOpen) === "yes");

for (const tab of document.querySelectorAll(".tabs button"))
  tab.addEventListener("click", () => show(tab.dataset.view));

const guide = new Guide({
  paste: () => {
    show("chat");
    chat.send(carrierMail());
  },
  fill: () => {
    show("chat");
    return fillTheRest(document.getElementById("chat"));
  },
  goToRoom: () => show("room"),
});
const showFaults = offerFaults();
const chat = makePane("chat", "personal", "riya");
const room = makePane("room", "room", "omar");
const panes = [chat, room];
keepShowing();
