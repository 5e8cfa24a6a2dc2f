// Serves a built folder on this machine only, with the headers that the README asks web hosts for.
//
// In: a folder. Out: an address. Not here: what is looked for on the pages.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

/** Nothing inline, nothing from elsewhere: a page that needs more than this is at fault. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The search page alone may run its index, which is WebAssembly. */
const SEARCH = "/search/";
const SEARCH_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".ods": "application/vnd.oasis.opendocument.spreadsheet",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Starts a server over a folder: its address, and a way to stop it. Without `wasm` no page may run an index. */
export async function serve(folder, { wasm = true } = {}) {
  const server = createServer((request, response) => answer({ folder, wasm }, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => server.close() };
}

async function answer({ folder, wasm }, request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const policy = wasm && pathname === SEARCH ? SEARCH_POLICY : POLICY;
  const headers = { "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" };
  const file = await found(folder, pathname);
  if (file) {
    response.writeHead(200, { ...headers, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(await readFile(file));
    return;
  }
  const missing = await readFile(join(folder, "404.html")).catch(() => "not found");
  response.writeHead(404, { ...headers, "Content-Type": TYPES[".html"] });
  response.end(missing);
}

/** The file behind an address, if there is one inside the folder. */
async function found(folder, pathname) {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  if (path !== folder && !path.startsWith(folder + sep)) return null;
  const file = pathname.endsWith("/") ? join(path, "index.html") : path;
  const seen = await stat(file).catch(() => null);
  return seen?.isFile() ? file : null;
}
