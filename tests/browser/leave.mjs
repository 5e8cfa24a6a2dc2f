// Leaving a page for people at risk: the link without scripts, Shift three times with them, and what is left behind.
//
// In: a built folder and the address of such a page. Out: failures as they are found, and `N passed, N failed` as the last
// line. No request leaves this machine: the weather forecast is answered here.

import { realpathSync } from "node:fs";
import { start } from "./chromium.mjs";
import { Record } from "./record.mjs";
import { serve } from "./server.mjs";

const [folder = "../../public", place = "/safeguarding/report-a-concern/"] = process.argv.slice(2);
const record = new Record();
const browser = await start();
const server = await serve(realpathSync(folder));

await link();
await keys();
await slowKeys();
await paper();

await browser.close();
server.close();
console.log(record.line());
process.exit(record.failed ? 1 : 0);

/** A tab at the page, with every other site answered by an empty page. */
async function opened(javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, locale: "en-GB" });
  const sent = [];
  await context.route((url) => url.origin !== server.origin, (route) => {
    sent.push(route.request().headers());
    return route.fulfill({ contentType: "text/html", body: "<title>Weather</title><p>Sunny" });
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  await page.goto(server.origin + place);
  return { page, sent };
}

async function link() {
  const { page, sent } = await opened(false);
  await page.getByRole("link", { name: "Leave this page" }).click();
  await page.waitForURL(/weather/);
  record.add(place, "the link works without scripts", []);
  record.add(place, "the other site is not told where the reader was", sent.some((headers) => headers.referer) ? ["a referrer was sent"] : []);
}

async function keys() {
  const { page, sent } = await opened(true);
  await page.keyboard.press("Shift");
  const said = await page.locator(".leave-status").textContent();
  record.add(place, "the first press is announced", said.includes("2 more times") ? [] : [`the status says "${said}"`]);
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await page.waitForURL(/weather/);
  record.add(place, "three presses leave", []);
  record.add(place, "no referrer after three presses", sent.some((headers) => headers.referer) ? ["a referrer was sent"] : []);
  await page.goBack();
  record.add(place, "Back does not come to the page", page.url().endsWith(place) ? ["it does"] : []);
}

async function slowKeys() {
  const { page } = await opened(true);
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await page.keyboard.type("A");
  await page.keyboard.press("Shift");
  await page.waitForTimeout(300);
  record.add(place, "another key between begins anew", page.url().endsWith(place) ? [] : ["the page was left"]);
}

async function paper() {
  const { page } = await opened(true);
  const before = await page.title();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const printed = await page.title();
  record.add(place, "paper carries a neutral title", printed.startsWith("Information from") ? [] : [`it is "${printed}"`]);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  record.add(place, "the title comes back", (await page.title()) === before ? [] : ["it does not"]);
  await page.emulateMedia({ media: "print" });
  const shown = await page.locator(".leave").isVisible();
  record.add(place, "the way out is not printed", shown ? ["it is"] : []);
}
