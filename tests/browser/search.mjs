// Search in Chromium: with WebAssembly, with WebAssembly forbidden by the policy, with scripts off, by keyboard, aloud.
//
// In: a built folder of the demonstration. Out: failures as they are found, and `N passed, N failed` as the last line.
// What a screen reader is told is read from the accessibility tree.

import { realpathSync } from "node:fs";
import { axe, prepare } from "./checks/axe.mjs";
import { start } from "./chromium.mjs";
import { Record } from "./record.mjs";
import { serve } from "./server.mjs";

const [folder = "../../public"] = process.argv.slice(2);
const PLACE = "/search/";
/** A Welsh page of the demonstration. */
const WELSH = "/cy/carers/you-may-be-a-carer/";
const record = new Record();
const browser = await start();
const allowed = await serve(realpathSync(folder));
const forbidden = await serve(realpathSync(folder), { wasm: false });

for (const path of [fromHome, numbers, otherWords, nothing, sentence, withheld, danger, more, history, otherLanguage, narrow, blocked, bare]) {
  await path().catch((error) => record.add(PLACE, path.name, [String(error)]));
}

await browser.close();
[allowed, forbidden].forEach((server) => server.close());
console.log(record.line());
process.exit(record.failed ? 1 : 0);

/** A tab that notes every complaint, and every request that leaves the machine. */
async function opened(server, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => request.url().startsWith(server.origin) || complaints.push(`a request left: ${request.url()}`));
  return { page, complaints };
}

/** Opens the page with words in its address and waits until something is said. */
async function asked(words, server = allowed, options = {}) {
  const tab = await opened(server, options);
  await tab.page.goto(`${server.origin}${PLACE}?q=${encodeURIComponent(words)}`);
  await tab.page.waitForFunction(() => !["", "Searching…"].includes(document.getElementById("search-status").textContent));
  return { ...tab, said: await tab.page.locator("#search-status").textContent(), links: await titles(tab.page) };
}

function titles(page) {
  return page.locator("#search-found h3 a").allTextContents();
}

function expect(name, holds, otherwise) {
  record.add(PLACE, name, holds ? [] : [String(otherwise)]);
}

/** Keys only: from the first page to the field, to the answers, to a page. */
async function fromHome() {
  const { page, complaints } = await opened(allowed);
  await page.goto(`${allowed.origin}/`);
  for (let presses = 0; presses < 40 && (await focused(page)) !== "home-search"; presses += 1) await page.keyboard.press("Tab");
  expect("the field of the first page is reached by Tab", (await focused(page)) === "home-search", await focused(page));
  await page.keyboard.type("carer's assessment");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=carer/);
  await page.waitForSelector("#search-found a");
  const links = await titles(page);
  expect("the page about it is first", /carer.s assessment/i.test(links[0]), links.slice(0, 3).join("; "));
  expect("the words stay in the field", (await page.inputValue("#search-words")) === "carer's assessment", "they are gone");
  expect("the title of the window says what was searched", (await page.title()).startsWith("carer's assessment – "), await page.title());
  const tree = await page.locator("main").ariaSnapshot();
  const aloud = [/searchbox "Search this site": carer's assessment/, /status: \d+ pages found for “carer's assessment”/, /heading "Pages we found" \[level=2\]/, /heading ".*assessment" \[level=3\]/i];
  aloud.forEach((wanted) => expect(`a screen reader is told ${wanted}`, wanted.test(tree), tree.slice(0, 1500)));
  await prepare(page);
  record.add(PLACE, "axe-core, with answers", await axe(page));
  await page.focus("#search-words");
  for (let presses = 0; presses < 6 && (await focused(page)) !== links[0]; presses += 1) await page.keyboard.press("Tab");
  expect("the first answer follows the field and the button", (await focused(page)) === links[0], await focused(page));
  await page.keyboard.press("Enter");
  await page.waitForSelector("h1");
  expect("an answer leads to its page", (await page.locator("h1").textContent()).trim() === links[0], page.url());
  record.add(PLACE, "no complaint of the browser", complaints);
}

function focused(page) {
  return page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim() || "");
}

async function numbers() {
  for (const typed of ["01632 960 100", "(01632) 960100", "+44 1632 960100"]) {
    const { links, said } = await asked(typed);
    expect(`the number ${typed} is found`, links.length > 0 && links.length < 20, `${said} ${links.join("; ")}`);
  }
}

async function otherWords() {
  const { links, said } = await asked("living will");
  expect("another word of the glossary is found", links.length > 0, said);
}

async function nothing() {
  const { page, said } = await asked("xylophone qwertyuiop");
  expect("nothing found is said", said.includes("no page for “xylophone qwertyuiop”"), said);
  expect("the services are there then", await page.locator("#search-list .entry").first().isVisible(), "they are hidden");
}

/** A whole sentence, which no page has word for word. */
async function sentence() {
  const { links, said } = await asked("my mum needs meals and a stairlift");
  expect("pages with some of the words are found", said.includes("No page has all the words") && links.length > 0, said);
}

/** Pages for people at risk are in no index. */
async function withheld() {
  const { page, links, said } = await asked("report a concern");
  const away = await page.evaluate(() => Array.from(document.querySelectorAll("#search-found a"), (link) => link.getAttribute("href")));
  expect("no page for people at risk is found", !away.some((url) => url.includes("/safeguarding/")), `${said} ${links.join("; ")} ${away.join(" ")}`);
}

async function danger() {
  const { page } = await asked("He is ABUSIVE to me");
  expect("danger comes first", await page.locator("#search-danger").isVisible(), "it is hidden");
  expect("it says 999", (await page.locator("#search-danger").textContent()).includes("999"), "it does not");
  expect("it leads to help", (await page.locator("#search-danger a").count()) > 0, "no link");
  expect("the address does not keep the words", page.url().endsWith(PLACE), page.url());
  await prepare(page);
  record.add(PLACE, "axe-core, with danger", await axe(page));
  const { page: calm } = await asked("lunch club");
  expect("other words show no danger", await calm.locator("#search-danger").isHidden(), "it is shown");
}

async function more() {
  const { page, links } = await asked("support");
  expect("ten answers at first", links.length === 10, links.length);
  await page.getByRole("button", { name: "Show more pages" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#search-found > li").length > 10);
  const at = await page.evaluate(() => Array.from(document.querySelectorAll("#search-found a")).indexOf(document.activeElement));
  expect("more answers go on at the first new one", at === 10, at);
}

async function history() {
  const { page, said } = await asked("carers");
  await page.fill("#search-words", "money");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.waitForFunction((before) => !["", "Searching…", before].includes(document.getElementById("search-status").textContent), said);
  expect("the address has the new words", page.url().endsWith("?q=money"), page.url());
  await page.goBack();
  await page.waitForFunction((before) => document.getElementById("search-status").textContent === before, said);
  expect("Back brings the words before", (await page.inputValue("#search-words")) === "carers", await page.inputValue("#search-words"));
}

/** From a Welsh page its link leads to the Welsh index, and the answers are marked as Welsh. */
async function otherLanguage() {
  const { page } = await opened(allowed);
  await page.goto(`${allowed.origin}${WELSH}`);
  await page.locator(".site-search").click();
  await page.waitForURL(/\/search\/\?lang=cy$/);
  expect("the language is chosen", (await page.locator("#search-words-language").inputValue()) === "cy", "it is not");
  await page.fill("#search-words", "gofalwr");
  await page.press("#search-words", "Enter");
  await page.waitForSelector("#search-found a");
  const languages = await page.locator("#search-found > li").evaluateAll((items) => items.map((item) => item.lang));
  expect("the answers are marked as Welsh", languages.every((language) => language === "cy"), languages.join(" "));
  expect("the address keeps the language", page.url().endsWith("?q=gofalwr&lang=cy"), page.url());
  await prepare(page);
  record.add(PLACE, "axe-core, with Welsh answers", await axe(page));
}

async function narrow() {
  const { page } = await asked("carers", allowed, { viewport: { width: 320, height: 640 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect("no sideways scroll at 320 pixels", !wide, "it scrolls");
}

/** The policy of every other page: no WebAssembly. */
async function blocked() {
  const { page, said } = await asked("equipment", forbidden);
  expect("what does not work is said", said.startsWith("Search does not work in this browser."), said);
  expect("the words are in view", said.includes("“equipment”") && (await page.inputValue("#search-words")) === "equipment", said);
  const shown = await page.locator("#search-list .entry:visible").count();
  const all = await page.locator("#search-list .entry").count();
  expect("the services with the words are left", shown > 0 && shown < all, `${shown} of ${all}`);
  expect("there are no answers", await page.locator("#search-results").isHidden(), "there are");
  await prepare(page);
  record.add(PLACE, "axe-core, without WebAssembly", await axe(page));
  const { page: other, said: none } = await asked("zzzz", forbidden);
  const left = await other.locator("#search-list .entry:visible").count();
  expect("with no service by that name all are there", none.includes("no service has “zzzz”") && left === all, `${none} ${left}`);
}

async function bare() {
  const { page } = await opened(allowed, { javaScriptEnabled: false });
  await page.goto(`${allowed.origin}/`);
  await page.fill("#home-search", "equipment");
  await page.press("#home-search", "Enter");
  await page.waitForURL(/\/search\/\?q=equipment/);
  // Locators by text pass over what stands in `noscript`.
  const note = page.locator("noscript .search-note");
  expect("without scripts the page says what to do", await note.waitFor().then(() => true, () => false), "it does not");
  expect("without scripts the services are there", await page.locator("#search-list .entry").first().isVisible(), "they are hidden");
}
