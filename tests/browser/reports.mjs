// Reports of findings: SARIF against the schema that its makers publish, the page for people in Chromium.
//
// In: a folder with report.sarif and report.html. Out: failures as they are found, and `N passed, N failed` as the last
// line; exit code 1 when any failed. The schema comes with @microsoft/jest-sarif, so no copy of it is kept here.

import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "./chromium.mjs";
import { axe, prepare } from "./checks/axe.mjs";
import { clipped, sideways, spaceOut } from "./checks/layout.mjs";
import { Record } from "./record.mjs";

const require = createRequire(import.meta.url);
const folder = realpathSync(process.argv[2]);
const record = new Record();

sarif(join(folder, "report.sarif"));
const browser = await start();
await people(pathToFileURL(join(folder, "report.html")).href);
await browser.close();

console.log(record.line());
process.exit(record.failed ? 1 : 0);

function sarif(file) {
  const Ajv = require("ajv");
  const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // The schema is written in draft 4 of JSON Schema.
  const ajv = new Ajv({ schemaId: "auto", allErrors: true, logger: false });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const valid = ajv.compile(schema);
  const faults = (log) => (valid(log) ? [] : valid.errors.map((error) => `${error.dataPath} ${error.message}`));
  const log = JSON.parse(readFileSync(file, "utf8"));
  record.add("report.sarif", "its published schema", faults(log));
  record.add("report.sarif", "results", log.runs[0].results.length > 8 ? [] : ["there are no results to look at"]);
  // The check itself has to see a fault.
  log.runs[0].results[0].level = "grave";
  record.add("report.sarif", "a fault is seen", faults(log).length > 0 ? [] : ["the schema let a wrong level pass"]);
}

async function people(address) {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (request) => request.url() === address || complaints.push(`it loads ${request.url()}`));
  page.on("dialog", (dialog) => complaints.push(`a script of the site ran: ${dialog.message()}`) && dialog.dismiss());
  await page.goto(address);
  await prepare(page);
  const note = (check, faults) => record.add("report.html", check, faults);
  for (const [name, width] of [["wide", 1280], ["narrow", 320]]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      note(`axe-core, ${name}, ${colorScheme}`, await axe(page));
    }
    note(`no sideways scroll, ${name}`, await sideways(page));
  }
  await spaceOut(page);
  note("wider spacing of text, narrow", [...(await clipped(page)), ...(await sideways(page))]);
  await page.emulateMedia({ media: "print" });
  note("navigation is not printed", (await page.isVisible("nav")) ? ["the navigation is on paper"] : []);
  note("every link leads somewhere", await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => link.outerHTML)));
  note("no complaint of the browser", complaints);
}
