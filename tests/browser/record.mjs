// What passed and what failed, with the words a person needs to mend it.
//
// In: outcomes of checks. Out: lines on stdout, and the counts. Not here: the checks.

/** Keeps the outcomes and prints each failure once, as it comes. */
export class Record {
  passed = 0;
  failed = 0;

  /** Takes the faults that one check found on one page; none is a pass. */
  add(page, check, faults) {
    if (faults.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    console.log(`\nFAILED ${page}: ${check}`);
    const shown = faults.slice(0, 8);
    for (const fault of shown) console.log(indented(fault));
    if (faults.length > shown.length) console.log(`  and ${faults.length - shown.length} more like these`);
  }

  /** The closing line. */
  line() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

function indented(fault) {
  return fault
    .split("\n")
    .map((line) => `  ${line.slice(0, 300)}`)
    .join("\n");
}
