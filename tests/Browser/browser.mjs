import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

// The first draws the same with three quarters of the processor: it has no windows.
const places = [process.env.CHROMIUM_PATH, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

// For what hangs. Everything else comes in its own time, which is long where many things run at once.
const patience = 240_000;

/** Headless Chromium of this machine; nothing is downloaded. */
export async function openBrowser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath)
    throw new Error("Chromium is missing. Install the package chromium-headless-shell (apt-get install chromium-headless-shell), or set CHROMIUM_PATH.");
  // Chromium refuses its sandbox to root, and containers are root. A graphics card that is imitated draws slower than none.
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath, args, timeout: patience });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.setDefaultTimeout(patience);
    return context;
  };
  return browser;
}
