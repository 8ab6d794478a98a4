/** One of the page's two chats, as a person sees and uses it. */
export class Pane {
  constructor(page, id) {
    this.page = page;
    this.id = id;
    this.root = page.locator(`#${id}`);
    this.sendBox = this.root.getByPlaceholder("Type your message");
    this.bubbles = this.root.locator(".webchat__bubble__content");
  }

  async isConnected() {
    await this.root.locator(".link[data-state=online]").waitFor({ state: "attached" });
  }

  /** On a narrow screen each chat is behind its tab. */
  async bringUp() {
    const tab = this.page.locator(`.tabs [data-view="${this.id}"]`);
    if (await tab.isVisible()) await tab.click();
  }

  buttons(title) {
    return this.root.locator("button.ac-pushButton").filter({ hasText: new RegExp(`^${title}$`) });
  }

  button(title) {
    return this.buttons(title).last();
  }

  field(id) {
    return this.root.locator(`[id="${id}"]`).last().locator(".ac-input");
  }

  /** The radio buttons of a field; none if it is of another kind. */
  choices(id) {
    return this.root.locator(`[id="${id}"]`).last().locator("input[type=radio]");
  }

  /** Waits until there is one more button of this title than before: an older card's does not count. */
  async getsButton(title, before) {
    await this.buttons(title).nth(before).waitFor({ state: "attached" });
  }

  saying(text) {
    return this.bubbles.filter({ hasText: text });
  }

  async hears(text, before = 0) {
    await this.saying(text).nth(before).waitFor({ state: "attached" });
  }

  /** Nothing is wider than the pane. */
  async mustFit() {
    const [wide, there] = await this.root.locator(".webchat__basic-transcript__scrollable").evaluate((view) => [view.scrollWidth, view.clientWidth]);
    if (wide > there) throw new Error(`${this.id} is ${wide} px wide in a pane of ${there}.`);
  }

  async mustHaveFocus() {
    const holder = await this.page.evaluate(() => document.activeElement.closest(".pane")?.id);
    if (holder !== this.id) throw new Error(`The focus went from ${this.id} to ${holder}.`);
  }
}
