// Looks at every page of a built folder in Chromium. `node run.mjs ../../public`, or with addresses after it for some pages only.
//
// In: a folder. Out: failures as they are found, and `N passed, N failed` as the last line; exit code 1 when any failed.

import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { start } from "./chromium.mjs";
import { look, openings } from "./look.mjs";
import { pages } from "./pages.mjs";
import { Record } from "./record.mjs";
import { serve } from "./server.mjs";

/** Minutes after which the pages that are left count as failed: something hangs. */
const BUDGET = Number(process.env.BROWSER_MINUTES ?? 20);

const [folder = "../../public", ...only] = process.argv.slice(2);
const all = pages(realpathSync(folder));
const chosen = only.length ? all.filter((page) => only.includes(page.url)) : all;
const record = new Record();
if (chosen.length === 0) record.add(folder, "pages", ["there is no page to look at"]);

const browser = await start();
const server = await serve(realpathSync(folder));
const began = Date.now();
const queue = [...chosen];
const tabs = Math.max(2, Math.min(6, availableParallelism()));
await Promise.all(Array.from({ length: tabs }, tab));
await browser.close();
server.close();

const seconds = Math.round((Date.now() - began) / 1000);
console.log(`\n${chosen.length} pages in Chromium, ${seconds} seconds`);
console.log(record.line());
process.exit(record.failed ? 1 : 0);

/** One tab: takes the next page until none is left. */
async function tab() {
  const opened = await openings(browser, server.origin);
  for (let page = queue.shift(); page; page = queue.shift()) {
    if (Date.now() - began > BUDGET * 60_000) {
      record.add(page.url, "time", [`not reached within ${BUDGET} minutes`]);
      continue;
    }
    await look(opened, page, record).catch((error) => record.add(page.url, "open", [String(error)]));
  }
}
