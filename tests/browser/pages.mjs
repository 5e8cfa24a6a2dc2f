// The pages of a built folder, and which of them only lead elsewhere.
//
// In: a folder. Out: a list of pages with their addresses. Not here: the browser.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Every HTML file: its address, its text, and whether it is a redirect or a report. */
export function pages(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.sort().map((file) => page(folder, file));
}

function page(folder, file) {
  const path = "/" + relative(folder, file).split(sep).join("/");
  const text = readFileSync(file, "utf8");
  return {
    url: path.replace(/\/index\.html$/, "/"),
    leads: text.match(/http-equiv="refresh" content="0;\s*url=([^"]+)"/)?.[1] ?? null,
    isReport: /<body class="[^"]*\bkind-report\b/.test(text),
  };
}
