// The keyboard: the skip link comes first, focus is always seen, and Tab comes to the end of the page.
//
// In: an open page. Out: faults.

/** Tabs from the top of the page to its end. */
export async function keyboard(page) {
  const count = await page.evaluate(remember);
  const faults = [];
  const reached = new Set();
  for (let press = 0; press <= count + 1; press += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(look);
    if (!seen) break;
    if (press === 0 && !seen.skips) faults.push(`the first stop is no link to the main part: ${seen.html}`);
    // After the last stop the browser may begin again at the top instead of leaving the page.
    if (reached.has(seen.number) && reached.size === count) break;
    if (reached.has(seen.number)) return [...faults, `focus comes back before the end of the page: ${seen.html}`];
    reached.add(seen.number);
    if (!seen.changes) faults.push(`focus does not show: ${seen.html}`);
    if (!seen.inView) faults.push(`what has focus is out of view: ${seen.html}`);
  }
  if (reached.size < count) faults.push(`Tab reaches ${reached.size} of ${count} links and controls`);
  return faults;
}

/** Keeps what each stop looks like without focus. Runs inside the page. */
function remember() {
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  window.looks = (element) => {
    const style = getComputedStyle(element);
    return `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow}`;
  };
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  window.stops = stops.filter((element) => element.checkVisibility() && !element.disabled);
  window.before = window.stops.map(window.looks);
  return window.stops.length;
}

/** What has focus now, and whether one can see it. Runs inside the page. */
function look() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const number = window.stops.indexOf(element);
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const drawn = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  return {
    number,
    html: element.outerHTML.slice(0, 200),
    skips: element.getAttribute("href") === "#main",
    changes: number >= 0 && drawn && window.looks(element) !== window.before[number],
    inView: box.width > 0 && box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
  };
}
