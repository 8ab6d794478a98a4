import { adaptiveCardsHostConfig, styleOptions } from "./chat-look.js";
import { people } from "./people.js";
import { sandbox } from "./sandbox.js";
import { Transcript } from "./transcript.js";
import { tellApart } from "./two-chats.js";

// Direct Line's connection states, by number
const states = {
  1: ["waiting", "Connecting"],
  2: ["online", "Connected"],
  3: ["lost", "Signed out"],
  4: ["lost", "No connection"],
  5: ["lost", "Ended"],
};

/** One Web Chat: who speaks there can be changed, and the conversation is then read again, the last messages first. */
export class ChatPane {
  #section; #where; #calls; #person; #ticket; #directLine; #store; #turn = 0; #opened; #transcript;

  constructor(section, where, person, calls) {
    this.#section = section;
    this.#where = where;
    this.#person = person;
    this.#calls = calls;
    this.#earlier.addEventListener("click", () => this.#showEarlier());
  }

  /** Opens the chat if it isn't open: the bot is there now, or the sandbox was away and its tokens are worth nothing. */
  connect() {
    if (this.#turn === 0 || this.#link.dataset.state === "lost") this.#open();
  }

  speakAs(person) {
    this.#person = person;
    if (this.#turn > 0) this.#open();
  }

  lose() {
    if (this.#turn > 0) this.#show("lost", "No connection");
  }

  send(text) {
    this.#store?.dispatch({ type: "WEB_CHAT/SEND_MESSAGE", payload: { text, method: "keyboard" } });
  }

  get #link() {
    return this.#section.querySelector(".link");
  }

  get #earlier() {
    return this.#section.querySelector(".earlier");
  }

  async #open() {
    const turn = ++this.#turn;
    this.#directLine?.end();
    this.#show("waiting", "Connecting");
    try {
      const ticket = await sandbox.token(this.#person, this.#where);
      if (turn === this.#turn) this.#draw(ticket, turn);
    } catch {
      if (turn === this.#turn) this.lose();
    }
  }

  #draw(ticket, turn) {
    const { token, domain, userId: id, conversationId, watermark } = ticket;
    this.#ticket = ticket;
    this.#earlier.hidden = ticket.earlier === 0;
    this.#directLine = window.WebChat.createDirectLine({ token, domain: new URL(domain, location.href).href, conversationId, watermark });
    this.#directLine.connectionStatus$.subscribe((status) => {
      if (turn === this.#turn && states[status]) this.#show(...states[status]);
    });
    this.#store = window.WebChat.createStore({}, () => (next) => (action) => next(this.#heard(action, id)));
    this.#opened = Date.now();
    const place = document.createElement("div");
    this.#section.querySelector(".talk").replaceChildren(place);
    this.#transcript = new Transcript(place);
    tellApart(place, this.#section.querySelector("h2").textContent);
    window.WebChat.renderWebChat({
      directLine: this.#directLine, store: this.#store, styleOptions, adaptiveCardsHostConfig,
      userID: id, username: people.find(({ key }) => key === this.#person).name, locale: "en-US",
    }, place);
  }

  async #showEarlier() {
    const [turn, { conversationId, token, watermark }] = [this.#turn, this.#ticket];
    const { activities, watermark: before } = await sandbox.earlier(conversationId, token, watermark);
    if (turn !== this.#turn) return;
    this.#ticket.watermark = before;
    this.#transcript.showBefore(() => {
      for (const activity of activities) this.#store.dispatch({ type: "DIRECT_LINE/INCOMING_ACTIVITY", payload: { activity: this.#withRole(activity) } });
    });
    if (before !== "0") return;
    this.#earlier.hidden = true;
    this.#section.focus();
  }

  #heard(action, id) {
    if (action.type === "WEB_CHAT/SEND_POST_BACK") this.#transcript.follow();
    if (action.type === "DIRECT_LINE/QUEUE_INCOMING_ACTIVITY") return this.#isNew(action.payload.activity) ? action : withoutWaiting(action);
    if (action.type !== "DIRECT_LINE/INCOMING_ACTIVITY") return action;
    const { activity } = action.payload;
    if (activity.type !== "message" || activity.from?.id === id) return action;
    this.#calls.onSeen(activity);
    if (this.#isNew(activity)) {
      this.#calls.onNews();
      this.#transcript.showNewest();
    } else this.#transcript.showLast();
    if (!people.some(({ key }) => activity.from?.id === `user-${key}`)) return action;
    // Web Chat draws whatever is not one's own as the bot's: what others in the room say gets their name,
    // and what they press is left out
    const shown = activity.text
      ? { ...activity, text: `**${activity.from.name}**: ${activity.text}`, textFormat: "markdown" }
      : { ...activity, type: "event" };
    return { ...action, payload: { ...action.payload, activity: shown } };
  }

  /** Who Web Chat is to draw it as: it sees to that itself for what the stream brings. */
  #withRole(activity) {
    return { ...activity, from: { ...activity.from, role: activity.from.id === this.#ticket.userId ? "user" : "bot" } };
  }

  #isNew(activity) {
    return Date.parse(activity.timestamp) > this.#opened;
  }

  #show(state, words) {
    const link = this.#link;
    link.hidden = false;
    link.dataset.state = state;
    link.replaceChildren(words);
    if (state !== "lost") return;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = "Connect";
    again.addEventListener("click", () => this.#open());
    link.append(again);
  }
}

/** Web Chat holds an answer for up to 5 seconds until it has what is answered; of what is past that may be among the earlier messages. */
function withoutWaiting(action) {
  const { replyToId, ...activity } = action.payload.activity;
  return { ...action, payload: { ...action.payload, activity } };
}
