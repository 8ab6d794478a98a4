/** The sandbox's Teams view, as one person uses it: with the mouse, or with hands that are given, such as KeyboardOnly. */
export class TeamsPage {
  constructor(page, address, hands) {
    Object.assign(this, { page, address, hands });
  }

  get inDialog() {
    return this.page.getByRole("dialog");
  }

  async open() {
    await this.page.goto(this.address);
    await this.page.locator("body[data-bot]").waitFor();
  }

  async say(text) {
    await this.fill(this.page.getByLabel("Message", { exact: true }), text);
    await this.page.keyboard.press("Enter");
  }

  async fill(field, text) {
    if (!this.hands) return field.fill(text);
    await this.hands.reach(field);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** Looks at another of the places. */
  async goTo(key) {
    const places = this.page.locator("#places input");
    return this.hands ? this.hands.pick(places, key) : places.and(this.page.locator(`[value="${key}"]`)).check();
  }

  async click(button) {
    return this.hands ? this.hands.click(button) : button.click();
  }

  /** The newest of the bot's messages that has this button. */
  messageWith(button) {
    return this.page.locator("#messages li.bot").filter({ has: this.page.getByRole("button", { name: button, exact: true }) }).last();
  }

  /** The newest of the bot's messages in which these words stand. */
  saying(words) {
    return this.page.locator("#messages li.bot").filter({ hasText: words }).last();
  }

  /** The same, of those that nobody else sees. */
  only(words) {
    return this.page.locator("#messages li").filter({ hasText: words }).filter({ has: this.page.locator(".only") });
  }

  reads(words) {
    return this.saying(words).waitFor();
  }

  press(message, title) {
    return this.click(message.getByRole("button", { name: title, exact: true }));
  }

  buttons(message) {
    return message.getByRole("button").allTextContents();
  }
}
