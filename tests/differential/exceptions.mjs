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
];
