import { asked } from "./asked.js";
import { showTask } from "./dialog.js";

const cardType = "application/vnd.microsoft.card.adaptive";
const sentenceType = "application/vnd.microsoft.activity.message";

/** What a person's Teams does with what they press and type. */
export class Client {
  constructor(person, place) {
    Object.assign(this, { person, place });
  }

  /** In a channel or a group a bot hears only what mentions it. */
  say(text) {
    return this.#deliver({ type: "message", text, textFormat: "plain" }, this.place.isGroup);
  }

  /** @returns a card of this person's own, or a sentence that is shown beside the card; nothing when the bot answers otherwise. */
  async press({ kind, verb, data }, replyToId) {
    if (kind === "Action.Submit") return data?.msteams?.type === "task/fetch" ? this.openDialog(data, replyToId) : this.#submit(data, replyToId);
    const answer = await this.#invoke("adaptiveCard/action", { action: { type: "Action.Execute", verb, data }, trigger: "manual" }, replyToId);
    const { type, value } = answer.body ?? {};
    if (type === cardType) return { card: value };
    return { note: type === sentenceType ? value : `Something went wrong. The bot answered ${answer.status}.` };
  }

  async openDialog(data, replyToId) {
    const answer = await this.#invoke("task/fetch", { data, context: { theme: "default" } }, replyToId);
    return this.#show(answer, replyToId, "task/submit", {});
  }

  async openAction(commandId, messagePayload) {
    const asked = { commandId, commandContext: messagePayload ? "message" : "compose", ...(messagePayload && { messagePayload }) };
    return this.#show(await this.#invoke("composeExtension/fetchTask", asked), undefined, "composeExtension/submitAction", asked);
  }

  #show(answer, replyToId, next, beside) {
    if (answer.status !== 200) return { note: `Unable to reach app: it answered ${answer.status}.` };
    const note = showTask(answer.body?.task, async (data) => {
      const shown = this.#show(await this.#invoke(next, { ...beside, data }, replyToId), replyToId, next, beside);
      this.onNote?.(shown?.note);
    });
    return { note };
  }

  async #submit(value, replyToId) {
    await this.#deliver({ type: "message", value, replyToId });
    return {};
  }

  #invoke(name, value, replyToId) {
    return this.#deliver({ type: "invoke", name, value, ...(replyToId && { replyToId }) });
  }

  /** Teams says with everything which language its person reads, and in which time zone they are. */
  #deliver(activity, mention) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return asked.deliver(this.person, this.place.key, { ...activity, locale: navigator.language, localTimezone: timeZone }, mention);
  }
}
