/** The guide above the chats, and which of its steps it says are done. */
export class GuideBar {
  constructor(page) {
    this.page = page;
    this.root = page.locator("#guide");
  }

  /** The bot is built first, which takes minutes where everything else runs at the same time. */
  async isThere() {
    await this.root.waitFor({ timeout: 480_000 });
  }

  /** Waits until a step has ticked itself off; those after it must not have. */
  async hasTicked(step, all = ["asked", "submitted", "approved", "created"]) {
    await this.root.locator(`li[data-step=${step}][data-done]`).waitFor({ state: "attached" });
    const early = all.slice(all.indexOf(step) + 1);
    for (const next of step === "approved" ? [] : early)
      if (await this.root.locator(`li[data-step=${next}][data-done]`).count()) throw new Error(`The guide says ${next} before it has happened.`);
  }

  async close(hands) {
    await hands.click(this.root.locator("#hide-guide"));
    await this.root.waitFor({ state: "hidden" });
  }

  async staysClosed() {
    await this.page.reload();
    await this.page.locator("#show-guide[aria-expanded=false]").waitFor();
    if (await this.root.isVisible()) throw new Error("The guide has forgotten that it was closed.");
  }
}
