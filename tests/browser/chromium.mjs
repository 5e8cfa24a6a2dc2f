// Chromium of this machine, started in the quietest way.
//
// In: the machine. Out: a browser. Not here: pages.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--hide-scrollbars",
];

/** Starts the browser that `CHROMIUM` names, or the first that is installed. */
export async function start() {
  const executablePath = process.env.CHROMIUM || installed();
  if (!executablePath) throw new Error("no Chromium is installed: run `apt-get install chromium`");
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
