// The search of the site. It reads the index beside the page, shows what fits, and keeps the words in the address.
//
// In: the words in the field, or `?q=` of the address. Out: a list of pages, and how many there are, said aloud.
// Where the index cannot be used, the services from A to Z that stand on the page are kept to those with the words in
// their name. Words of danger show first what to do in danger, and are not kept in the address. It uses no cookie and
// asks no other site. Every text is put in as text, never as HTML.

const page = document.getElementById("search");
const form = page.querySelector("form");
const field = form.elements.q;
const choice = form.elements.lang;
const byId = (id) => document.getElementById("search-" + id);
const [status, danger, results, found, more, list] = ["status", "danger", "results", "found", "more", "list"].map(byId);
const words = page.dataset;
const title = document.title;
const STEP = 10;
/** Milliseconds after which the page says that it is searching. */
const PATIENCE = 600;
/** So many pages are looked at to tell whether they have the words. */
const LOOKED_AT = 30;
const indexes = new Map();
let asked = 0;
let fitting = [];
let shown = 0;

const filled = (text, places) => text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Whether the browser lets this page run WebAssembly: the smallest program there is. */
function runsIndexes() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** The language that is searched: its folder, its direction. */
function language() {
  const option = choice?.selectedOptions[0];
  return option ? { index: option.dataset.index, lang: option.value, dir: option.dir } : { index: words.index, lang: words.lang, dir: words.dir };
}

/** The index of a language, loaded once. */
function index(folder) {
  if (!indexes.has(folder)) {
    const loading = import(folder + "pagefind.js").then(async (program) => {
      // On this page, not in a worker: only this page's policy allows WebAssembly.
      const made = program.createInstance({ basePath: folder, baseUrl: "/", noWorker: true, excerptLength: 24, excerptEllipsis: "…" });
      await made.init();
      await made.options({ ranking: { metaWeights: { title: 5, also: 5, summary: 2, name: 1 } } });
      return made;
    });
    loading.catch(() => indexes.delete(folder));
    indexes.set(folder, loading);
  }
  return indexes.get(folder);
}

/** What the index is asked: a telephone number as it stands there, without gaps; else the words as typed. */
function question(typed) {
  if (!/^[+(]?[\d\s()\u2011-]+$/.test(typed)) return typed;
  const digits = typed.replace(/[^\d+]/g, "").replace(/^(\+44|0044)0?/, "0");
  return /^0\d{9,10}$/.test(digits) ? digits : typed;
}

/** How many letters two words begin with in common. */
function shared(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/**
 * The pages that have a word of the question, or one that begins like it. For a word it does not know the index offers
 * whatever begins with its first letters, which helps with a slip at the end and with nothing else.
 */
async function having(hits, asking) {
  const wanted = plain(asking).split(" ").filter(Boolean);
  const first = hits.slice(0, LOOKED_AT);
  const pages = await Promise.all(first.map((hit) => hit.data()));
  const fits = ({ meta, excerpt: text }) => {
    const marked = text.split(/<mark>|<\/mark>/).filter((part, number) => number % 2);
    const own = plain([meta.title, meta.name, meta.summary, meta.also, ...marked].join(" ")).split(" ");
    return wanted.some((word) => own.some((other) => shared(word, other) >= Math.min(4, Math.ceil(word.length * 0.75))));
  };
  const kept = first.filter((hit, number) => fits(pages[number]));
  return kept.length > 0 ? kept.concat(hits.slice(LOOKED_AT)) : [];
}

/** The pages that have some of the words, for questions that no page answers with all of them: whole sentences, mostly. */
async function some(instance, asking) {
  const parts = [...new Set(plain(asking).split(" "))].filter((part) => part.length > 2).slice(0, 12);
  if (parts.length < 2) return [];
  const answers = await Promise.all(parts.map(async (part) => having((await instance.search(part)).results, part)));
  const scores = new Map();
  answers.flat().forEach((hit) => {
    const before = scores.get(hit.id);
    scores.set(hit.id, { hit: before?.hit ?? hit, score: (before?.score ?? 0) + hit.score });
  });
  const sorted = [...scores.values()].sort((one, other) => other.score - one.score);
  // What has only a small word in common is no answer.
  return sorted.filter(({ score }) => score > sorted[0].score / 3).map(({ hit }) => hit);
}

/** Whether somebody may be in danger. */
function isDanger(typed) {
  const text = " " + plain(typed) + " ";
  return words.danger.split(",").some((phrase) => text.includes(" " + plain(phrase) + " "));
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/** An excerpt with the words marked. The index marks them with tags and has no other tag in it. */
function excerpt(text) {
  const paragraph = element("p", "entry-summary");
  const signs = { "&lt;": "<", "&gt;": ">" };
  text.split(/<mark>|<\/mark>/).forEach((part, number) => {
    const plainly = part.replace(/&[lg]t;/g, (sign) => signs[sign]);
    paragraph.append(number % 2 ? element("mark", "", plainly) : plainly);
  });
  return paragraph;
}

function entry(hit, { lang, dir }) {
  const whole = element("li", "entry search-entry");
  if (lang !== words.lang) Object.assign(whole, { lang, dir });
  const heading = element("h3", "entry-title");
  const link = element("a", "", hit.meta.title ?? hit.meta.name);
  link.href = hit.url;
  heading.append(link);
  whole.append(heading, excerpt(hit.excerpt));
  return whole;
}

/** Shows the next pages of the list. Whoever asked for more goes on at the first new one. */
async function show(request, goOn) {
  const where = language();
  const next = await Promise.all(fitting.slice(shown, shown + STEP).map((hit) => hit.data()));
  if (request !== asked) return;
  const entries = next.map((hit) => entry(hit, where));
  found.append(...entries);
  shown += next.length;
  more.hidden = shown >= fitting.length;
  if (goOn) entries[0]?.querySelector("a").focus();
}

/** Keeps the services that have one of the words in their name or summary; all of them when none has. */
function keep(typed) {
  const parts = plain(typed).split(" ").filter((part) => part.length > 2);
  const entries = Array.from(list.querySelectorAll(".entry"));
  const has = (item) => parts.some((part) => (" " + plain(item.textContent)).includes(" " + part));
  const kept = entries.filter(has);
  entries.forEach((item) => { item.hidden = kept.length > 0 && !kept.includes(item); });
  list.querySelectorAll(".list-group").forEach((group) => { group.hidden = !group.querySelector(".entry:not([hidden])"); });
  return kept.length;
}

function say(text, typed) {
  status.textContent = text;
  document.title = typed ? filled(words.pageTitle, { words: typed, title }) : title;
}

function number(count, one, other) {
  return filled(count === 1 ? one : other, { n: count.toLocaleString(document.documentElement.lang) });
}

/** The page as it is before anybody has asked. */
function clear() {
  keep("");
  found.replaceChildren();
  [results, more, danger].forEach((part) => { part.hidden = true; });
  list.hidden = false;
  say("", "");
}

async function ask() {
  const request = ++asked;
  const typed = field.value.trim();
  clear();
  if (!typed) return;
  danger.hidden = !isDanger(typed);
  const waiting = setTimeout(() => request === asked && say(words.searching, typed), PATIENCE);
  try {
    if (!runsIndexes()) throw new Error("no WebAssembly");
    const instance = await index(language().index);
    const asking = question(typed);
    const answer = await instance.search(asking);
    const whole = await having(answer.results, asking);
    const hits = whole.length > 0 ? whole : await some(instance, asking);
    if (request !== asked) return;
    fitting = hits;
    shown = 0;
    if (fitting.length > 0) {
      await show(request, false);
      if (request !== asked) return;
      results.hidden = false;
      list.hidden = true;
    }
    const [one, other] = whole.length > 0 ? [words.one, words.other] : [words.someOne, words.someOther];
    say(filled(hits.length > 0 ? number(hits.length, one, other) : words.none, { words: typed }), typed);
  } catch {
    if (request !== asked) return;
    const kept = keep(typed);
    say(filled(kept ? number(kept, words.keptOne, words.keptOther) : words.keptNone, { words: typed }), typed);
  } finally {
    clearTimeout(waiting);
  }
}

/** The address with the words, unless somebody else should not find them there. */
function address() {
  const typed = field.value.trim();
  const asks = new URLSearchParams();
  if (typed && !isDanger(typed)) asks.set("q", typed);
  if (typed && choice && language().lang !== words.lang) asks.set("lang", language().lang);
  return asks.size ? "?" + asks : location.pathname;
}

function take() {
  const asks = new URLSearchParams(location.search);
  field.value = asks.get("q") ?? "";
  const wanted = asks.get("lang");
  if (choice && Array.from(choice.options).some((option) => option.value === wanted)) choice.value = wanted;
  if (isDanger(field.value)) history.replaceState(null, "", address());
  ask();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const next = address();
  if (next !== location.search) history.pushState(null, "", next);
  ask();
});
more.addEventListener("click", () => show(asked, true));
window.addEventListener("popstate", take);
take();
