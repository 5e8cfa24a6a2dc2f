// The ways that people go, by keyboard and as a screen reader is told of them: to a service and its team, through the
// directory, from a page to its other forms.
//
// In: a built folder of the demonstration. Out: failures as they are found, and `N passed, N failed` as the last line.
// What a screen reader is told is read from the accessibility tree. Search and leaving a page have files of their own.

import { realpathSync } from "node:fs";
import { start } from "./chromium.mjs";
import { Record } from "./record.mjs";
import { serve } from "./server.mjs";

const [folder = "../../public"] = process.argv.slice(2);
/** More presses than any page here needs. */
const PRESSES = 150;
const record = new Record();
const browser = await start();
const server = await serve(realpathSync(folder));

for (const path of [toTheTeam, pastTheMenu, directory, directoryWithoutScripts, forms]) {
  await path().catch((error) => record.add("/", path.name, [String(error)]));
}

await browser.close();
server.close();
console.log(record.line());
process.exit(record.failed ? 1 : 0);

async function opened(place, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(server.origin + place);
  return page;
}

function expect(page, name, holds, otherwise) {
  record.add(new URL(page.url()).pathname, name, holds ? [] : [String(otherwise)]);
}

/** What a screen reader is told of a part of the page. */
function told(page, part = "main") {
  return page.locator(part).first().ariaSnapshot();
}

/** Presses Tab until the link or field of that name has the focus. */
async function tabTo(page, name) {
  for (let presses = 0; presses < PRESSES; presses += 1) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(() => {
      const at = document.activeElement;
      return (at?.labels?.[0]?.textContent ?? at?.textContent ?? "").trim();
    });
    if (words === name) return true;
  }
  return false;
}

/** From the first page to a service, and to the people who answer for it. */
async function toTheTeam() {
  const page = await opened("/");
  expect(page, "the first page has one main heading", (await page.getByRole("heading", { level: 1 }).count()) === 1, "it has not");
  expect(page, "the service is reached by Tab", await tabTo(page, "Ask for support"), "it is not");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/getting-support\/ask-for-support\/$/);
  const tree = await told(page);
  for (const wanted of [/heading "Ask for support" \[level=1\]/, /heading "Contact .+" \[level=2\]/, /term: Phone/i, /link "01632 960/]) {
    expect(page, `a screen reader is told ${wanted}`, wanted.test(tree), tree.slice(-2500));
  }
  const way = await told(page, "nav.breadcrumbs");
  expect(page, "the way back is told", /link "Getting support"|link/.test(way), way);
  const phone = page.locator(".page-end a[href^='tel:']").first();
  const dialled = await phone.getAttribute("href");
  expect(page, "the number can be called", /^tel:[0-9]+$/.test(dialled), dialled);
  expect(page, "the number is reached by Tab", await tabTo(page, (await phone.textContent()).trim()), "it is not");
}

/** The first key leads past the head of the page. */
async function pastTheMenu() {
  const page = await opened("/carers/you-may-be-a-carer/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const at = await page.evaluate(() => document.activeElement?.id);
  expect(page, "the skip link leads to the content", at === "main", at);
}

/** Narrowing the directory, with keys and words alone. */
async function directory() {
  const page = await opened("/community-support/directory/");
  const all = await shown(page);
  expect(page, "the field is reached by Tab", await tabTo(page, "Words to look for"), "it is not");
  await page.keyboard.type("lunch");
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => [...document.querySelectorAll(".entry-list > li, [data-entry]")].filter((at) => at.checkVisibility()).length < before, all);
  const few = await shown(page);
  expect(page, "fewer services are left", few > 0 && few < all, `${few} of ${all}`);
  const status = await page.getByRole("status").first().textContent();
  expect(page, "how many there are is announced", status.includes(String(few)), `${status} ${few}`);
  const tree = await told(page);
  expect(page, "a screen reader is told the count", /status: .*\d/.test(tree), tree.slice(0, 1500));
  expect(page, "the address keeps what was asked", page.url().includes("lunch"), page.url());
  await page.getByRole("link", { name: "Clear and show everything" }).press("Enter");
  await page.waitForFunction((before) => [...document.querySelectorAll(".entry-list > li, [data-entry]")].filter((at) => at.checkVisibility()).length === before, all);
  expect(page, "clearing brings all back", (await shown(page)) === all, await shown(page));
}

function shown(page) {
  return page.evaluate(() => [...document.querySelectorAll(".entry-list > li, [data-entry]")].filter((at) => at.checkVisibility()).length);
}

async function directoryWithoutScripts() {
  const page = await opened("/community-support/directory/", { javaScriptEnabled: false });
  const links = await page.locator("main a[href^='/community-support/directory/']").count();
  expect(page, "without scripts every service is there", links >= 40, links);
}

/** From a page to its Easy Read, to Urdu, and back. */
async function forms() {
  const page = await opened("/carers/you-may-be-a-carer/");
  expect(page, "Easy Read is reached by Tab", await tabTo(page, "Easy Read"), "it is not");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/easy-read\/$/);
  const tree = await told(page);
  expect(page, "each row begins with its picture", /img "[^"]+"\n\s+- paragraph/.test(tree), tree.slice(0, 1500));
  expect(page, "Urdu is named in both languages", await page.getByRole("link", { name: "Urdu (اردو)" }).isVisible(), "it is not");
  await page.getByRole("link", { name: "Urdu (اردو)" }).press("Enter");
  await page.waitForURL(/\/ur\//);
  const ways = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.querySelector("h1")).direction]);
  expect(page, "Urdu is told and set from right to left", ways.join() === "ur,rtl,rtl", ways);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(page, "no sideways scroll in Urdu", !wide, "it scrolls");
  await page.getByRole("link", { name: /English/ }).first().press("Enter");
  await page.waitForURL(/\.?\/carers\/you-may-be-a-carer\/$/);
  expect(page, "the way back is the page itself", new URL(page.url()).pathname === "/carers/you-may-be-a-carer/", page.url());
}
