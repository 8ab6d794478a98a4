// about a second where nothing else is to be done; more where drawing takes longer
const frames = 72;
const gap = 12;
const message = ".webchat__basic-transcript__activity";

/**
 * Where the transcript stands. Web Chat follows only somebody who is at its very end, and cards are taller than the pane:
 * here whoever has the last message in view is shown the beginning of the next.
 */
export class Transcript {
  #place; #left = 0; #height = 0; #following = false; #touched = false;

  constructor(place) {
    this.#place = place;
    for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"])
      place.addEventListener(moved, () => this.#letGo(), { passive: true, capture: true });
    place.addEventListener("scroll", () => place.toggleAttribute("data-last-in-view", this.#lastIsInView()), { passive: true, capture: true });
    new ResizeObserver(() => place.hasAttribute("data-last-in-view") && this.#goThere()).observe(place); // a lower pane must not lose the newest
  }

  /** Whatever comes next is an answer to what was just done. */
  follow() {
    this.#following = true;
  }

  /** Call before a message is drawn that was there already: what was said last is in view until somebody looks elsewhere. */
  showLast() {
    if (!this.#touched) this.#goThere();
  }

  /** Call before a new message is drawn. */
  showNewest() {
    if (this.#touched && !this.#following && !this.#lastIsInView()) return;
    this.#following = false;
    this.#goThere();
  }

  #letGo() {
    this.#touched = true;
    this.#left = 0;
  }

  #goThere() {
    const rests = this.#left === 0;
    this.#left = frames;
    if (rests) requestAnimationFrame(() => this.#keepThere());
  }

  /** Draws what comes before the first message, and scrolls to where it ends. */
  showBefore(draw) {
    const first = this.#place.querySelector(message);
    this.#letGo();
    draw();
    requestAnimationFrame(() => requestAnimationFrame(() => first?.scrollIntoView({ block: "end" })));
  }

  get #scroller() {
    return this.#place.querySelector(".webchat__basic-transcript__scrollable");
  }

  get #last() {
    return [...this.#place.querySelectorAll(message)].at(-1);
  }

  #lastIsInView() {
    const [last, view] = [this.#last?.getBoundingClientRect(), this.#scroller?.getBoundingClientRect()];
    return !last || !view || (last.bottom > view.top && last.top < view.bottom);
  }

  // until nothing has been drawn for a moment, as Web Chat draws late and moves by itself; no longer, and not against somebody's hand
  #keepThere() {
    if (this.#left === 0) return;
    const [scroller, last] = [this.#scroller, this.#last];
    this.#left = scroller && scroller.scrollHeight !== this.#height ? frames : this.#left - 1;
    if (scroller && last) {
      this.#height = scroller.scrollHeight;
      const start = last.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop - gap;
      const top = Math.max(0, Math.min(start, scroller.scrollHeight - scroller.clientHeight));
      if (Math.abs(scroller.scrollTop - top) > 1) scroller.scrollTop = top;
    }
    requestAnimationFrame(() => this.#keepThere());
  }
}
