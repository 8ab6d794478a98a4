const closed = "trunkbot.guide-closed";
const by = (id) => document.getElementById(id);

const steps = [
  { step: "asked", now: "As Riya, send the bot a carrier's mail, or type /trunk new." },
  { step: "submitted", now: "Check the form, enter a password, and press Submit." },
  { step: "approved", now: "As Omar, press Approve in the approvals room." },
  { step: "created", now: "Approved. TrunkBot is creating the trunk in VideoSDK." },
];
const over = "Done: Riya and Omar both got the news.";

/** The way to the first trunk. Each step ticks itself off when it has happened, however it did. */
export class Guide {
  #done = 0;

  constructor({ paste, fill, goToRoom }) {
    by("show-guide").addEventListener("click", () => this.#open(by("guide").hidden));
    by("hide-guide").addEventListener("click", () => {
      this.#open(false);
      by("show-guide").focus();
    });
    by("paste-mail").addEventListener("click", () => paste());
    by("fill-the-rest").addEventListener("click", () => this.#say(fill()));
    by("go-to-room").addEventListener("click", () => goToRoom());
    this.#draw();
  }

  /** Once the bot is there: open on a first visit, and closed for whoever has closed it. */
  begin() {
    by("show-guide").hidden = false;
    this.#open(localStorage.getItem(closed) === null);
  }

  /** A step has happened, and so have those before it. */
  tick(step) {
    const done = steps.findIndex((one) => one.step === step) + 1;
    if (done <= this.#done) return;
    this.#done = done;
    this.#draw();
  }

  /** What an activity shows: a form was given, an approval was asked for. */
  see({ attachments = [] }) {
    const cards = JSON.stringify(attachments);
    if (cards.includes('"trunk.submit"')) this.tick("asked");
    if (cards.includes('"request.approve"')) this.tick("submitted");
  }

  #open(yes) {
    by("guide").hidden = !yes;
    by("show-guide").setAttribute("aria-expanded", String(yes));
    if (yes) localStorage.removeItem(closed);
    else localStorage.setItem(closed, "yes");
  }

  #say(words) {
    by("guide-now").textContent = words;
  }

  #draw() {
    const current = steps[this.#done];
    by("guide").toggleAttribute("data-over", current === undefined);
    by("hide-guide").textContent = current ? "Hide" : "Close";
    this.#say(current?.now ?? over);
    for (const button of by("guide").querySelectorAll(".now button")) button.hidden = button.dataset.step !== (current ?? steps[0]).step;
    for (const [at, item] of [...by("guide").querySelectorAll("li")].entries()) {
      item.toggleAttribute("data-done", at < this.#done);
      if (at === this.#done) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
  }
}
