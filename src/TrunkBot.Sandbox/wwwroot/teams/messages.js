import { drawCard } from "./card.js";

const reactions = { "1f440_eyes": "👀 seen", like: "👍", "2705_whiteheavycheckmark": "✅ done" };

/** The messages of a place as one person sees them, in order. What did not change stays as it is, with what was typed into it. */
export class Messages {
  #list; #client; #drawn = new Map(); #own = new Map();

  constructor(list) {
    this.#list = list;
  }

  begin(client) {
    this.#client = client;
    this.#drawn.clear();
    this.#own.clear();
    this.#list.replaceChildren();
  }

  /** @param views what the bot sent, as this person sees it; @param said what people said */
  show(views, said) {
    const all = [
      ...views.map((view) => ({ ...view, id: view.activityId, who: "TrunkBot" })),
      ...said.map(({ activityId, name, text }) => ({ id: activityId, who: name, text })),
    ].sort((one, other) => Number(one.id) - Number(other.id));
    const shown = new Set();
    const follows = window.innerHeight + window.scrollY >= document.body.scrollHeight - 40;
    for (const message of all) {
      shown.add(message.id);
      const card = this.#cardOf(message);
      const mark = JSON.stringify([message.text, card, message.isTargeted, message.reactions]);
      const before = this.#drawn.get(message.id);
      if (before?.mark === mark) continue;
      const element = this.#draw(message, card);
      if (before) before.element.replaceWith(element);
      else this.#list.append(element);
      this.#drawn.set(message.id, { mark, element });
    }
    if (follows) window.scrollTo(0, document.body.scrollHeight);
    for (const [id, { element }] of this.#drawn)
      if (!shown.has(id)) {
        element.remove();
        this.#drawn.delete(id);
      }
  }

  /** Something that concerns this page alone. */
  note(text) {
    const last = this.#list.lastElementChild;
    const line = last?.querySelector(".note") ?? Object.assign(document.createElement("p"), { className: "note" });
    line.setAttribute("role", "status");
    line.textContent = text;
    last?.append(line);
  }

  /** What a press was answered with is this person's card, until the message itself changes. */
  #cardOf({ id, card }) {
    const own = this.#own.get(id);
    if (own && own.base === JSON.stringify(card)) return own.card;
    this.#own.delete(id);
    return card;
  }

  #draw(message, card) {
    const item = document.createElement("li");
    item.dataset.id = message.id;
    if (message.who === "TrunkBot") item.className = "bot";
    item.append(Object.assign(document.createElement("b"), { textContent: message.who }));
    if (message.isTargeted) item.append(Object.assign(document.createElement("small"), { className: "only", textContent: "Only you can see this" }));
    if (message.text) item.append(Object.assign(document.createElement("p"), { textContent: message.text.replace(/<\/?at>/g, "") }));
    if (!item.className) item.append(this.#menu(message));
    if (card) item.append(drawCard(card, (pressed) => this.#press(pressed, message, item)));
    for (const reaction of message.reactions ?? [])
      item.append(Object.assign(document.createElement("span"), { className: "reaction", textContent: reactions[reaction] ?? reaction }));
    return item;
  }

  /** What Teams has under More actions of a message: the actions of the app's message extension. */
  #menu({ id, who, text }) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "New SIP trunk…" });
    button.setAttribute("aria-label", `New SIP trunk from this message of ${who}`);
    button.addEventListener("click", async () => {
      try {
        const { note } = await this.#client.openAction("newTrunk", { id, body: { contentType: "text", content: text } });
        if (note) this.#noteAt(id, note);
      } catch (problem) {
        this.#noteAt(id, problem.message);
      }
    });
    return button;
  }

  async #press(pressed, { id, card: base }, item) {
    item.setAttribute("aria-busy", "true");
    let answer;
    try {
      answer = await this.#client.press(pressed, id);
    } catch (problem) {
      answer = { note: problem.message };
    }
    item.removeAttribute("aria-busy");
    if (answer?.card) this.#own.set(id, { base: JSON.stringify(base), card: answer.card });
    await this.onPressed?.();
    if (answer?.note) this.#noteAt(id, answer.note);
  }

  #noteAt(id, text) {
    const item = this.#drawn.get(id)?.element;
    if (!item) return this.note(text);
    const line = item.querySelector(".note") ?? Object.assign(document.createElement("p"), { className: "note" });
    line.setAttribute("role", "status");
    line.textContent = text;
    item.append(line);
  }
}
