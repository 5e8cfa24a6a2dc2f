// One page, all checks: in light and dark, narrow and wide, by keyboard, with more space, on paper, without scripts.
//
// In: tabs and a page. Out: outcomes in the record. Not here: what each check looks for.

import { axe, prepare } from "./checks/axe.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { clipped, labels, sideways, spaceBack, spaceOut } from "./checks/layout.mjs";
import { paper } from "./checks/paper.mjs";
import { differences, words } from "./checks/plain.mjs";

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };

/** Two tabs, with and without scripts, that note every complaint of the browser. */
export async function openings(browser, origin) {
  const open = async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: WIDE, locale: "en-GB", reducedMotion: "reduce" });
    context.setDefaultTimeout(30_000);
    return context.newPage();
  };
  const page = await open(true);
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(`console: ${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:")) complaints.push(`a request left the machine: ${url}`);
  });
  page.on("response", (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // The browser gives up what it still loads when the next page is opened.
    if (why !== "net::ERR_ABORTED") complaints.push(`not loaded: ${request.url()} ${why}`);
  });
  return { page, bare: await open(false), complaints, origin };
}

/** Looks at one page. */
export async function look(tabs, place, record) {
  if (place.leads) return redirect(tabs, place, record);
  const { page, bare, complaints, origin } = tabs;
  complaints.length = 0;
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  await page.setViewportSize(WIDE);
  await page.goto(origin + place.url, { waitUntil: "load" });
  await prepare(page);
  const note = (check, faults) => record.add(place.url, check, faults);
  for (const [name, size] of [["wide", WIDE], ["narrow", NARROW]]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      note(`axe-core, ${name}, ${colorScheme}`, await axe(page));
    }
    note(`no sideways scroll, ${name}`, await sideways(page));
    note(`labels of charts, ${name}`, await labels(page));
  }
  await spaceOut(page);
  note("wider spacing of text, narrow", [...(await clipped(page)), ...(await sideways(page))]);
  await spaceBack(page);
  await page.setViewportSize(WIDE);
  note("keyboard", await keyboard(page));
  await bare.goto(origin + place.url, { waitUntil: "load" });
  note("scripts off", differences(await words(page), await words(bare)));
  if (place.isReport) note("paper", await paper(page));
  note("no complaint of the browser", [...complaints]);
}

/** A page that only leads elsewhere has to arrive. */
async function redirect({ page, complaints, origin }, place, record) {
  complaints.length = 0;
  const target = new URL(place.leads, origin + place.url);
  await page.goto(origin + place.url);
  const path = target.pathname + target.hash;
  const arrived = await page.waitForURL(origin + path, { timeout: 10_000 }).then(() => true, () => false);
  record.add(place.url, "redirect", arrived ? [...complaints] : [`it does not lead to ${path}`]);
}
