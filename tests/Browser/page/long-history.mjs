/** In a long conversation the newest message is in view at once, and the earlier ones come when asked for. */
export async function longHistory(page, pane) {
  const say = (text) => page.request.post(new URL("/sandbox/deliver", page.url()).href, {
    data: { person: "mei", conversation: "chat-mei", activity: { type: "message", text } },
  });
  for (let number = 1; number <= 25; number++) await say(`/help ${{ 1: "the first", 25: "the last" }[number] ?? ""}`);
  // On a slow machine it is drawn late, and in many parts.
  const machine = await page.context().newCDPSession(page);
  await machine.send("Emulation.setCPUThrottlingRate", { rate: 2 });
  await pane.root.locator("input[value=mei]").check();
  await pane.saying("the last").first().waitFor();
  await pane.root.locator(".webchat__basic-transcript__scrollable").evaluate((scroller) => new Promise((resolve, reject) => {
    const inView = () => {
      const [last, view] = [[...scroller.querySelectorAll(".webchat__bubble")].at(-1).getBoundingClientRect(), scroller.getBoundingClientRect()];
      return last.bottom > view.top && last.top < view.bottom;
    };
    const where = () => JSON.stringify([scroller.scrollTop, scroller.clientHeight, scroller.scrollHeight, scroller.querySelectorAll(".webchat__bubble").length]);
    const until = Date.now() + 60_000;
    const look = () => (inView() ? resolve() : Date.now() > until ? reject(new Error(`The newest message is not in view: ${where()}.`)) : setTimeout(look, 50));
    look();
  }));
  await machine.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const earlier = pane.root.getByRole("button", { name: "Earlier messages" });
  const first = pane.root.locator(".webchat__bubble--from-user").filter({ hasText: "the first" });
  if (await first.count()) throw new Error("The whole conversation came at once.");
  for (let pages = 0; pages < 5 && (await earlier.isVisible()); pages++) {
    const before = await pane.bubbles.count();
    await earlier.click();
    await pane.bubbles.nth(before).waitFor({ state: "attached" });
  }
  await first.waitFor({ state: "attached" });
}
