// Widths: the page never scrolls sideways, text with wider spacing is not cut, labels of charts keep apart.
//
// In: an open page at the width to be looked at. Out: faults. Runs inside the page, so each function stands alone.

/** Elements that make the page wider than the window. Regions that scroll by themselves may be wider inside. */
export function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element),
    );
    const told = wide.map((element) => `${element.cloneNode(false).outerHTML} ends at ${Math.round(element.getBoundingClientRect().right)} px`);
    return [`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth} px`, ...told];
  });
}

/** Sets the spacing of WCAG 1.4.12, as a reader's own style sheet would. */
export function spaceOut(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
      svg * { letter-spacing: normal !important; word-spacing: normal !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

/** Takes that style sheet away again. */
export function spaceBack(page) {
  return page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

/** Boxes that cut off text which does not fit. Text for screen readers only is cut on purpose. */
export function clipped(page) {
  return page.evaluate(() => {
    const cuts = (value) => value === "hidden" || value === "clip";
    const faults = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("svg") || !element.textContent.trim() || element.clientWidth <= 1) continue;
      const style = getComputedStyle(element);
      const across = cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const down = cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (across || down) faults.push(`text is cut off in ${element.cloneNode(false).outerHTML}`);
    }
    return faults;
  });
}

/** Labels of charts that lie over each other or outside their picture. */
export function labels(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const svg of document.querySelectorAll("main svg")) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      // A box has room above capitals and below the line, which nothing is drawn in.
      const inked = ({ left, right, top, bottom, height }) => ({ left, right, top: top + height * 0.2, bottom: bottom - height * 0.2 });
      const texts = [...svg.querySelectorAll("text")].map((text) => [text, inked(text.getBoundingClientRect())]);
      for (const [text, box] of texts) {
        const out = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        if (out) faults.push(`the label "${text.textContent}" leaves its picture`);
      }
      texts.forEach(([text, a], at) => {
        for (const [other, b] of texts.slice(at + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 1) faults.push(`the labels "${text.textContent}" and "${other.textContent}" lie over each other`);
        }
      });
    }
    return faults;
  });
}
