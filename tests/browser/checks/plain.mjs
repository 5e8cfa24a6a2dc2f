// Scripts off: the page says the same and leads to the same places.
//
// In: an open page. Out: its words and links, to be compared.

/** The words that are shown, and where links lead. */
export async function words(page) {
  return page.evaluate(() => {
    // What tells of a script, and is of no use without it, or says that there is none.
    for (const element of document.querySelectorAll("[data-scripted], noscript")) element.hidden = true;
    const inline = [...document.scripts].filter((script) => !script.src && script.type !== "application/ld+json");
    return {
      text: document.body.innerText,
      links: [...document.links].map((link) => link.href),
      scripts: inline.map((script) => script.outerHTML),
    };
  });
}

/** How two readings of a page differ. */
export function differences(on, off) {
  const faults = on.scripts.map((script) => `a script is inside the page: ${script}`);
  if (on.text !== off.text) faults.push("the words differ when scripts are off");
  if (on.links.join("\n") !== off.links.join("\n")) faults.push("the links differ when scripts are off");
  return faults;
}
