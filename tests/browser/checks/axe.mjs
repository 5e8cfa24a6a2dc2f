// Every rule of axe-core, also the best practices and those that are off by default.
//
// In: an open page. Out: one fault for each element that a rule does not like.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Puts axe-core into a page; evaluating is not bound by the page's policy. */
export async function prepare(page) {
  await page.evaluate(SOURCE);
}

/** Runs all rules over the page as it stands. */
export async function axe(page) {
  const violations = await page.evaluate(async () => {
    const rules = Object.fromEntries(window.axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
    const results = await window.axe.run(document, { rules, resultTypes: ["violations"] });
    return results.violations.map((rule) => ({
      id: rule.id,
      help: rule.help,
      nodes: rule.nodes.map((node) => ({
        target: node.target.join(" "),
        html: node.html,
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; "),
      })),
    }));
  });
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}\n  at ${node.target}\n  ${node.html}\n  ${node.why}`),
  );
}
