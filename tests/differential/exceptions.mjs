// Where we and axe-core differ, and why we stand by it. The comparison leaves these elements out and says how many.
//
// In: nothing. Out: a list. `rule` is axe-core's; `side` says who finds the fault; `where` is a selector of the element.

export const EXCEPTIONS = [
  {
    rule: "aria-hidden-focus",
    side: "ours",
    where: "[aria-hidden=true]:has([contenteditable], audio[controls], video[controls]), [aria-hidden=true]:is([contenteditable], audio[controls], video[controls])",
    reason: "The keyboard reaches what can be edited and players with controls; axe-core counts neither as focusable.",
  },
  {
    rule: "aria-required-attr",
    side: "theirs",
    where: "select[role=combobox], input[type=range][role=slider], meter[role=meter]",
    reason: "HTML says the state of an element whose own role is written out once more (HTML-AAM); it is told as redundant.",
  },
  { rule: "aria-roles", side: "theirs", where: "[role=generic]", reason: "WAI-ARIA 1.2 has the role `generic`." },
  { rule: "aria-allowed-role", side: "ours", where: "[role=generic]", reason: "WAI-ARIA 1.2 has the role `generic`; axe-core calls it unknown." },
  {
    rule: "presentation-role-conflict",
    side: "ours",
    where: "[role~=none][role~=presentation]",
    reason: "Of a list of roles the first that exists counts (WAI-ARIA 1.2, 8.1); axe-core looks at single words only.",
  },
  {
    rule: "aria-hidden-focus",
    side: "ours",
    where: "[aria-hidden=TRUE i]:not([aria-hidden=true])",
    reason: "Browsers read the words of ARIA in any case.",
  },
  {
    rule: "aria-conditional-attr",
    side: "ours",
    where: "table[role=none] tr, table[role=presentation] tr",
    reason: "A table that the keyboard reaches stays a table, whatever its role says (WAI-ARIA 1.2, presentational roles conflict resolution).",
  },
  {
    rule: "empty-heading",
    side: "theirs",
    where: "img[role=heading]",
    reason: "A picture that is a heading has its alternative for a name (HTML-AAM).",
  },
  {
    rule: "image-redundant-alt",
    side: "ours",
    where: "figure img",
    reason: "A caption that says the same as the alternative is read twice; axe-core does not look at captions.",
  },
  {
    rule: "label",
    side: "ours",
    where: "[data-twice]",
    reason: "A label belongs to the first element with the id it names (HTML); axe-core gives it to each.",
  },
  {
    rule: "label",
    side: "ours",
    where: "input:is([type=checkbox], [type=radio], [type=file], [type=range], [type=color], [type=date], [type=image])[placeholder]",
    reason: "A placeholder stands only in fields that take words (HTML).",
  },
  {
    rule: "page-has-heading-one",
    side: "theirs",
    where: "html:has(meta[http-equiv=refresh])",
    reason: "A page that only sends people on needs no heading.",
  },
  {
    rule: "aria-input-field-name",
    side: "ours",
    where: "[data-twice]",
    reason: "A label belongs to the first element with the id it names (HTML); axe-core gives it to each.",
  },
  {
    rule: "label-title-only",
    side: "theirs",
    where: "[data-twice], :is(input, select, textarea)[aria-describedby=nowhere]",
    reason: "A description that is not there names nothing, and is told as broken.",
  },
  {
    rule: "select-name",
    side: "theirs",
    where: "[data-twice]",
    reason: "The label with the same id twice is told as such.",
  },
  {
    rule: "label",
    side: "theirs",
    where: "[aria-placeholder]",
    reason: "`aria-placeholder` is the last resort for a name (HTML-AAM); that it is the only one is told apart.",
  },
  {
    rule: "aria-command-name",
    side: "ours",
    where: "select[role=button]",
    reason: "A field stays one to be named, whatever its role says.",
  },
  {
    rule: "button-name",
    side: "ours",
    where: "button[role]",
    reason: "A button is pressed, whatever its role says, and needs words.",
  },
  {
    rule: "bypass",
    side: "ours",
    where: "html:has(body[aria-hidden=true])",
    reason: "Nothing of the page is exposed, so there is no way past; the cause is told as well.",
  },
  {
    rule: "color-contrast",
    side: "theirs",
    where: "font[color], font[color] *, [style*=opacity], [style*=opacity] *",
    reason: "Colours of attributes of old and of what shines through are not certain, and we say nothing.",
  },
  {
    rule: "scope-attr-valid",
    side: "ours",
    where: "td[scope]",
    reason: "`scope` does not stand on `td` (HTML); axe-core lets it where the page has no doctype.",
  },
  {
    rule: "skip-link",
    side: "ours",
    where: "a[href^='#']",
    reason: "A link that skips to nothing is broken for all; axe-core asks only those that are off the screen.",
  },
  {
    rule: "region",
    side: "theirs",
    where: "html:has(meta[http-equiv=refresh]) *, html:has([role=dialog], [role=alertdialog], dialog[open], [aria-modal]) *",
    reason: "A page that only sends people on, or stands behind a dialogue, is not asked.",
  },
  {
    rule: "region",
    side: "ours",
    where: "a:has(img[alt=''])",
    reason: "A link without words is met all the same.",
  },
  {
    rule: "td-has-header",
    side: "theirs",
    where: "table:not(:has(th, [role=columnheader], [role=rowheader]))",
    reason: "Whether a table without any header holds data is not certain; `table-header-missing` asks for more signs.",
  },
];
