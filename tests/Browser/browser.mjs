import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Headless Chromium of this machine; nothing is downloaded. */
export async function openBrowser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath)
    throw new Error("Chromium is missing. Install the package chromium (apt-get install chromium), or set CHROMIUM_PATH.");
  // Chromium refuses its sandbox to root, and containers are root
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}
