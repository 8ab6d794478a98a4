/** Waits until nothing in the chats moves any more: what comes is drawn late and then scrolled into view. */
export async function isStill(page) {
  await page.evaluate(() => new Promise((resolve, reject) => {
    const places = () => [...document.querySelectorAll(".webchat__basic-transcript__scrollable")].map(({ scrollTop, scrollHeight, clientHeight }) => `${scrollTop} ${scrollHeight} ${clientHeight}`).join();
    const until = performance.now() + 120_000;
    let [before, frames] = [places(), 0];
    const look = () => {
      const now = places();
      frames = now === before ? frames + 1 : 0;
      before = now;
      if (frames >= 30) resolve();
      else if (performance.now() > until) reject(new Error("The chats do not come to rest."));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }));
}
