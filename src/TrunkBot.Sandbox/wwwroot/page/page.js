import { ChatPane } from "./chat-pane.js";
import { offerFaults } from "./faults.js";
import { offerPeople } from "./people.js";
import { showCalls } from "./calls.js";
import { showSteps } from "./steps.js";

const refreshEvery = 1500;

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

function openPane(id, where, person) {
  const section = document.getElementById(id);
  const pane = new ChatPane(section, where, () => news(id));
  offerPeople(section.querySelector(".people"), `${id}-person`, person, (chosen) => pane.speakAs(chosen));
  pane.speakAs(person);
  return pane;
}

async function keepShowing(showFaults, panes) {
  if (!document.hidden) {
    try {
      await showFaults();
      if (await showCalls()) news("desk");
      for (const pane of panes) pane.revive();
    } catch {
      for (const pane of panes) pane.lose();
    }
  }
  setTimeout(() => keepShowing(showFaults, panes), refreshEvery);
}

for (const tab of document.querySelectorAll(".tabs button"))
  tab.addEventListener("click", () => show(tab.dataset.view));

const chat = openPane("chat", "personal", "riya");
const room = openPane("room", "room", "omar");
showSteps({
  chat: document.getElementById("chat"),
  ask: (text) => {
    show("chat");
    chat.send(text);
  },
});
keepShowing(offerFaults(), [chat, room]);
