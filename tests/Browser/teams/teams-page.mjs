/** The sandbox's Teams view, as one person uses it. */
export class TeamsPage {
  constructor(page, address) {
    Object.assign(this, { page, address });
  }

  get inDialog() {
    return this.page.getByRole("dialog");
  }

  async open() {
    await this.page.goto(this.address);
    await this.page.locator("body[data-bot]").waitFor();
  }

  async say(text) {
    await this.page.getByLabel("Message").fill(text);
    await this.page.keyboard.press("Enter");
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
    return this.page.locator("#messages li.bot").filter({ hasText: words }).first().waitFor();
  }

  press(message, title) {
    return message.getByRole("button", { name: title, exact: true }).click();
  }

  buttons(message) {
    return message.getByRole("button").allTextContents();
  }
}
