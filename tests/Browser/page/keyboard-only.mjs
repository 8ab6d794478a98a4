const message = ".webchat__basic-transcript__activity";

/** Uses the page with the keyboard alone: whatever it touches was reached with Tab, and could be seen to have the focus. */
export class KeyboardOnly {
  constructor(page) {
    this.page = page;
  }

  async say(pane, text) {
    await this.reach(pane.sendBox);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async fill(pane, id, value) {
    const field = pane.field(id);
    if (await pane.choices(id).count()) return this.pick(pane.choices(id), value);
    await this.reach(field);
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") return this.choose(field, value);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(value);
  }

  async click(target) {
    await this.reach(target);
    await this.page.keyboard.press("Enter");
  }

  async press(pane, title) {
    await this.reach(pane.button(title));
    await this.page.keyboard.press("Enter");
  }

  /** Tab reaches the chosen button of a group, or its first; the arrows do the rest. */
  async pick(choices, value) {
    const wanted = choices.and(this.page.locator(`[value="${value}"]`));
    const chosen = choices.and(this.page.locator(":checked"));
    await this.reach((await chosen.count()) ? chosen : choices.first());
    await this.page.keyboard.press("Space");
    for (let presses = 0; presses < 10 && !(await wanted.isChecked()); presses++) await this.page.keyboard.press("ArrowDown");
    if (!(await wanted.isChecked())) throw new Error(`The arrow keys do not reach ${value}.`);
  }

  async choose(field, value) {
    for (const key of ["Home", ...Array(10).fill("ArrowDown")]) {
      if ((await field.inputValue()) === value) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`The arrow keys do not reach ${value}.`);
  }

  async reach(target) {
    const wanted = await target.elementHandle();
    await this.enterMessage(wanted);
    await this.tabTo(wanted);
  }

  /** Web Chat keeps Tab inside one message: Escape leaves it, the arrows choose another, Enter goes into it. */
  async enterMessage(wanted) {
    const where = await wanted.evaluate((element, message) => {
      const [now, then] = [document.activeElement.closest(message), element.closest(message)];
      return { leave: now !== null && now !== then, enter: then !== null && now !== then };
    }, message);
    if (where.leave) await this.page.keyboard.press("Escape");
    if (!where.enter) return;
    await this.tabTo(await wanted.evaluateHandle((element) => element.closest(".webchat__basic-transcript")));
    for (const key of ["End", ...Array(50).fill("ArrowUp")]) {
      await this.page.keyboard.press(key);
      if (await wanted.evaluate(isChosen, message)) return this.page.keyboard.press("Enter");
    }
    throw new Error("The arrow keys do not reach the message.");
  }

  async tabTo(wanted) {
    const has = () => wanted.evaluate((element) => document.activeElement === element);
    const isBefore = await wanted.evaluate((element) =>
      (document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0);
    for (let presses = 0; presses < 200; presses++) {
      if (await has()) return this.mustShow(wanted);
      await this.page.keyboard.press(isBefore ? "Shift+Tab" : "Tab");
    }
    throw new Error(`Tab does not reach ${await wanted.evaluate((one) => one.outerHTML.slice(0, 200))}.`);
  }

  async mustShow(element) {
    if (await element.evaluate(showsFocus)) return;
    throw new Error(`The focus on ${await element.evaluate((one) => one.outerHTML.slice(0, 200))} cannot be seen.`);
  }
}

/** In the page: is the message around this element the one that the arrow keys have chosen? */
function isChosen(element, message) {
  const chosen = element.closest(".webchat__basic-transcript").getAttribute("aria-activedescendant");
  return element.closest(message).querySelector(`[id="${chosen}"]`) !== null;
}

/** In the page: an outline or a frame on the element, or close around it. */
function showsFocus(element) {
  const drawn = ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  const frame = ".webchat__basic-transcript__focus-indicator, .webchat__icon-button__keyboard-focus-indicator";
  for (let at = element, up = 0; at && up < 4; at = at.parentElement, up++) {
    if (drawn(getComputedStyle(at))) return true;
    if ([...at.children].some((child) => child.matches(frame) && getComputedStyle(child).borderStyle !== "none")) return true;
  }
  return false;
}
