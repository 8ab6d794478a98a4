import { adaptiveCardsHostConfig, fromTheBeginning, styleOptions } from "./chat-look.js";
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

/** One Web Chat: who speaks there can be changed, and the whole conversation is then read again. */
export class ChatPane {
  #section; #where; #onNews; #person; #directLine; #store; #turn = 0; #opened; #history; #afterHistory; #transcript;

  constructor(section, where, onNews) {
    this.#section = section;
    this.#where = where;
    this.#onNews = onNews;
  }

  async speakAs(person) {
    const turn = ++this.#turn;
    this.#person = person;
    this.#directLine?.end();
    this.#show("waiting", "Connecting");
    try {
      const answer = await sandbox.token(person, this.#where);
      if (turn === this.#turn) this.#open(answer, turn);
    } catch {
      if (turn === this.#turn) this.lose();
    }
  }

  lose() {
    this.#show("lost", "No connection");
  }

  /** After the sandbox was away its tokens are worth nothing. */
  revive() {
    if (this.#link.dataset.state === "lost") this.speakAs(this.#person);
  }

  get #link() {
    return this.#section.querySelector(".link");
  }

  send(text) {
    this.#store?.dispatch({ type: "WEB_CHAT/SEND_MESSAGE", payload: { text, method: "keyboard" } });
  }

  #open({ token, domain, userId: id }, turn) {
    const me = people.find(({ key }) => key === this.#person);
    this.#directLine = window.WebChat.createDirectLine({ token, domain: new URL(domain, location.href).href });
    this.#directLine.connectionStatus$.subscribe((status) => {
      if (turn === this.#turn && states[status]) this.#show(...states[status]);
    });
    this.#store = window.WebChat.createStore({}, () => (next) => (action) => next(this.#heard(action, id)));
    this.#opened = Date.now();
    const place = document.createElement("div");
    this.#section.querySelector(".talk").replaceChildren(place);
    this.#transcript = new Transcript(place);
    tellApart(place, this.#section.querySelector("h2").textContent);
    const draw = (look) => window.WebChat.renderWebChat({
      directLine: this.#directLine, store: this.#store, styleOptions: look, adaptiveCardsHostConfig,
      userID: id, username: me.name, locale: "en-US",
    }, place);
    this.#afterHistory = () => {
      clearTimeout(this.#history);
      this.#history = setTimeout(() => turn === this.#turn && draw(fromTheBeginning), 1000);
    };
    draw(styleOptions);
    this.#afterHistory();
  }

  #heard(action, id) {
    if (action.type === "WEB_CHAT/SEND_POST_BACK") this.#transcript.follow();
    if (action.type !== "DIRECT_LINE/INCOMING_ACTIVITY") return action;
    const { activity } = action.payload;
    if (activity.type !== "message" || activity.from?.id === id) return action;
    if (Date.parse(activity.timestamp) > this.#opened) {
      this.#onNews();
      this.#transcript.showNewest();
    } else this.#afterHistory();
    if (!people.some(({ key }) => activity.from?.id === `user-${key}`)) return action;
    // Web Chat draws whatever is not one's own as the bot's: what others in the room say gets their name,
    // and what they press is left out
    const shown = activity.text
      ? { ...activity, text: `**${activity.from.name}**: ${activity.text}`, textFormat: "markdown" }
      : { ...activity, type: "event" };
    return { ...action, payload: { ...action.payload, activity: shown } };
  }

  #show(state, words) {
    const link = this.#link;
    link.dataset.state = state;
    link.replaceChildren(words);
    if (state !== "lost") return;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = "Connect";
    again.addEventListener("click", () => this.speakAs(this.#person));
    link.append(again);
  }
}
