/** Uses the page with mouse and keyboard. */
export class Hands {
  constructor(page) {
    this.page = page;
  }

  async say(pane, text) {
    await pane.bringUp();
    await pane.sendBox.fill(text);
    await pane.sendBox.press("Enter");
  }

  async fill(pane, id, value) {
    const field = pane.field(id);
    if (await pane.choices(id).count()) await pane.choices(id).and(this.page.locator(`[value="${value}"]`)).check();
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
    else await field.fill(value);
  }

  async click(target) {
    await target.click();
  }

  async press(pane, title) {
    await pane.bringUp();
    await pane.button(title).click();
  }
}
