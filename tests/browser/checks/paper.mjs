// Paper: what a report looks like on A4, and that it can be printed at all.
//
// In: an open page. Out: faults.

/** Width of A4 with margins of 15 mm, in CSS pixels. */
const A4 = { width: 680, height: 1000 };

/** Prints the page to PDF and looks at it in print style. */
export async function paper(page) {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize(A4);
  const faults = await page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const found = shown("nav, .skip-link").map((element) => `navigation is printed: ${element.cloneNode(false).outerHTML}`);
    if (shown("h1").length !== 1) found.push("the title is not printed");
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth} px do not fit on paper of ${root.clientWidth} px`);
    for (const details of document.querySelectorAll("main details")) {
      const body = [...details.children].find((child) => child.localName !== "summary");
      if (body && body.getBoundingClientRect().height === 0) found.push(`folded text is not printed: ${details.textContent.trim().slice(0, 80)}`);
    }
    return found;
  });
  const pdf = await page.pdf({ format: "A4", printBackground: false });
  if (!pdf.subarray(0, 5).equals(Buffer.from("%PDF-"))) faults.push("printing made no PDF");
  await page.emulateMedia({ media: "screen" });
  return faults;
}
