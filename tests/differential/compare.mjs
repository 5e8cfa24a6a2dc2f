// Compares what we find in generated pages with what axe-core finds in Chromium.
// `node compare.mjs FOLDER` reads what `cargo run --example differential -- FOLDER` has written.
//
// In: pages with their findings. Out: for each rule how far the two agree, both ways; disagreements that no exception
// explains; `N passed, N failed` as the last line, a rule having failed below 98 in a hundred.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { COUNTERPARTS } from "./counterparts.mjs";
import { EXCEPTIONS } from "./exceptions.mjs";

const browserTests = createRequire(new URL("../browser/package.json", import.meta.url));
const { start } = await import("../browser/chromium.mjs");
const AXE = readFileSync(browserTests.resolve("axe-core/axe.min.js"), "utf8");

/** How many in a hundred must agree. */
const LEAST = 98;
/** Disagreements shown for each rule and side. */
const SHOWN = Number(process.env.SHOWN ?? 3);

const folder = process.argv[2] ?? "target/differential";
const only = process.argv.slice(3);
const ALL = Object.keys(COUNTERPARTS);
const rules = ALL.filter((rule) => only.length === 0 || only.includes(rule));
const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
const tally = Object.fromEntries(rules.map((rule) => [rule, { failing: 0, passing: 0, theirs: side(), ours: side() }]));

const browser = await start();
const queue = [...names];
await Promise.all(Array.from({ length: Math.max(2, Math.min(6, availableParallelism())) }, tab));
await browser.close();
report();

function side() {
  return { agreed: 0, excepted: 0, apart: [] };
}

async function tab() {
  const page = await browser.newPage();
  let wanted = "";
  await page.route("**", (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name !== wanted) return route.fulfill({ status: 204 });
    // Given out once: a page that leads back to itself stays, as one does that is answered with nothing.
    wanted = "";
    return route.fulfill({ contentType: "text/html; charset=utf-8", path: join(folder, name) });
  });
  // A page that sends people on may do so just as the next one is asked for, which takes the place of that.
  const visit = async (name, left = 3) => {
    wanted = name;
    try {
      await page.goto(`http://differential.example/${name}`, { waitUntil: "domcontentloaded", timeout: 120_000 });
    } catch (error) {
      if (left === 0) throw error;
      await visit(name, left - 1);
    }
  };
  for (let name = queue.shift(); name; name = queue.shift()) {
    await visit(name);
    const findings = JSON.parse(readFileSync(join(folder, name.replace(".html", ".json")), "utf8"));
    const said = await heard(page, name);
    weigh(name, findings, { ...said, ...(await page.evaluate(look, { exceptions: EXCEPTIONS, counterparts: COUNTERPARTS })) });
  }
}

/** What axe-core says of the page. It is kept beside the page, as asking takes most of the time and gives the same. */
async function heard(page, name) {
  const kept = join(folder, name.replace(".html", ".axe"));
  const key = createHash("sha256").update(AXE).update(ALL.join()).update(readFileSync(join(folder, name))).digest("hex");
  if (existsSync(kept)) {
    const known = JSON.parse(readFileSync(kept, "utf8"));
    if (known.key === key) return known.said;
  }
  const said = await page.evaluate(ask, { axeSource: AXE, rules: ALL });
  writeFileSync(kept, JSON.stringify({ key, said }));
  return said;
}

/** In the page: what each rule fails, keeps and leaves open, by the numbers of elements. */
async function ask({ axeSource, rules }) {
  if (!window.axe) (0, eval)(axeSource);
  const number = (node) => Number(node?.closest("[data-n]")?.getAttribute("data-n") ?? 0);
  const numbers = (found) => {
    const byRule = {};
    for (const { id, nodes } of found) {
      byRule[id] = nodes.map((node) => number(node.element ?? document.querySelector(node.target[0])));
    }
    return byRule;
  };
  const options = { runOnly: { type: "rule", values: rules }, elementRef: true, iframes: false, resultTypes: ["violations", "incomplete"] };
  const { violations, incomplete, passes } = await window.axe.run(document, options);
  return { failed: numbers(violations), passed: passes.map(({ id }) => id), open: numbers(incomplete) };
}

/** In the page: elements that an exception names, or that a row is about; start tags to show. */
async function look({ exceptions, counterparts }) {
  const number = (node) => Number(node?.closest("[data-n]")?.getAttribute("data-n") ?? 0);
  // For exceptions, which cannot ask of a selector whether an id is there twice, or a map used.
  for (const node of document.querySelectorAll("[id]")) {
    if (document.querySelectorAll(`[id="${CSS.escape(node.id)}"]`).length > 1) node.setAttribute("data-twice", "");
  }
  for (const map of document.querySelectorAll("map")) {
    const pictures = [...document.querySelectorAll(`img[usemap="#${CSS.escape(map.name)}"]`)];
    if (!pictures.some((picture) => picture.checkVisibility())) map.setAttribute("data-unused", "");
  }
  for (const table of document.querySelectorAll("table")) {
    // Columns that a row takes, with those of cells above that reach into it; a cell may reach below the last row.
    const rows = [...table.rows];
    const taken = rows.map(() => 0);
    let isUneven = false;
    for (const [at, row] of rows.entries()) {
      for (const { colSpan, rowSpan } of row.cells) {
        for (let below = at; below < at + rowSpan && below < rows.length; below += 1) taken[below] += colSpan;
        isUneven ||= at + rowSpan > rows.length;
      }
    }
    if (isUneven || new Set(taken).size > 1) table.setAttribute("data-uneven", "");
  }
  const excepted = exceptions.map(({ where }) => [...document.querySelectorAll(where)].map(number));
  const meant = {};
  for (const rule of Object.keys(counterparts)) meant[rule] = [...document.querySelectorAll(counterparts[rule].where ?? "*")].map(number);
  const tags = {};
  for (const node of document.querySelectorAll("[data-n]")) tags[node.getAttribute("data-n")] = node.outerHTML.slice(0, 300);
  return { excepted, meant, tags };
}

function weigh(name, findings, { failed, passed, open, excepted, meant, tags }) {
  for (const rule of rules) {
    if (failed[rule] || (COUNTERPARTS[rule].review && open[rule])) tally[rule].failing += 1;
    if (passed.includes(rule)) tally[rule].passing += 1;
    const { codes, by = "node", review } = COUNTERPARTS[rule];
    const theirs = new Set([...(failed[rule] ?? []), ...(review ? (open[rule] ?? []) : [])]);
    const undecided = new Set(open[rule] ?? []);
    const about = new Set(COUNTERPARTS[rule].where ? meant[rule] : []);
    const isAbout = (number) => !COUNTERPARTS[rule].where || about.has(number);
    const said = findings.filter(([code]) => codes.includes(code)).map(([, number]) => number ?? 0);
    const [all, mine] = [new Set(said), new Set(said.filter(isAbout))];
    // What counts as said by either is what any counterpart of the other says there.
    const also = new Set();
    for (const [other, { codes: said }] of Object.entries(COUNTERPARTS)) {
      if (other !== rule && said.some((code) => codes.includes(code))) {
        for (const number of [...(failed[other] ?? []), ...(open[other] ?? [])]) also.add(number);
      }
    }
    if (by === "page") {
      const [one, two] = [theirs.size > 0, mine.size > 0];
      if (one) count("theirs", rule, two, name, [...theirs][0], excepted, tags);
      if (two) count("ours", rule, one || undecided.size > 0 || also.size > 0, name, [...mine][0], excepted, tags);
      continue;
    }
    for (const number of theirs) count("theirs", rule, all.has(number), name, number, excepted, tags);
    for (const number of mine) {
      if (undecided.has(number) && !theirs.has(number)) continue;
      count("ours", rule, theirs.has(number) || also.has(number), name, number, excepted, tags);
    }
  }
}

function count(who, rule, agreed, name, number, excepted, tags) {
  const sum = tally[rule][who];
  if (agreed) {
    sum.agreed += 1;
  } else if (EXCEPTIONS.some((exception, at) => exception.rule === rule && exception.side === who && excepted[at].includes(number))) {
    sum.excepted += 1;
  } else {
    sum.apart.push(`${name} ${number}: ${(tags[number] ?? "?").replaceAll("\n", " ")}`);
  }
}

function report() {
  let [passed, low] = [0, 0];
  console.log("pages: on which axe-core finds the rule broken, and on which kept; then findings, element by element");
  console.log(row(["rule", "broken", "kept", "both", "only ours", "only axe's", "precision", "recall", "left out"]));
  for (const rule of rules) {
    const { failing, passing, theirs, ours } = tally[rule];
    const shares = [ours, theirs].map(({ agreed, apart }) => (100 * agreed) / (agreed + apart.length || 1));
    const shown = shares.map((share, at) => ([ours, theirs][at].agreed + [ours, theirs][at].apart.length ? `${share.toFixed(1)}%` : "-"));
    const isLow = shares.some((share, at) => shown[at] !== "-" && share < LEAST);
    const counts = [failing, passing, theirs.agreed, ours.apart.length, theirs.apart.length];
    console.log(row([rule, ...counts, ...shown, theirs.excepted + ours.excepted]) + (isLow ? "  LOW" : ""));
    for (const [who, { apart }] of [["only axe's", theirs], ["only ours", ours]]) {
      for (const line of apart.slice(0, SHOWN)) console.log(`    ${who}: ${line}`);
    }
    if (isLow) low += 1;
    else passed += 1;
  }
  console.log(`\n${names.length} pages\n${passed} passed, ${low} failed`);
  process.exit(low ? 1 : 0);
}

function row([rule, ...cells]) {
  return rule.padEnd(34) + cells.map((cell) => String(cell).padStart(11)).join("");
}
