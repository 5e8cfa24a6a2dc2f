// Which of our codes say what a rule of axe-core says.
//
// In: nothing. Out: a table. `node` compares element by element; `page` asks only whether both find a fault on the page,
// where the two put it on different elements. A rule of ours without a counterpart stands in no line.

export const COUNTERPARTS = {
  "accesskeys": { codes: ["accesskey-twice"], by: "page" },
  "aria-allowed-attr": { codes: ["aria-attribute-not-allowed"] },
  "aria-allowed-role": { codes: ["role-not-allowed"] },
  "aria-braille-equivalent": { codes: ["aria-braille-alone"] },
  "aria-conditional-attr": { codes: ["aria-state-conflict"] },
  "aria-deprecated-role": { codes: ["role-deprecated"] },
  "aria-hidden-body": { codes: ["aria-hidden-body"] },
  "aria-hidden-focus": { codes: ["aria-hidden-focusable"] },
  "aria-prohibited-attr": { codes: ["aria-name-prohibited"] },
  "aria-required-attr": { codes: ["aria-attribute-missing"] },
  "aria-required-children": { codes: ["role-children-missing", "role-child-not-allowed"] },
  "aria-required-parent": { codes: ["role-parent-missing"] },
  "aria-roles": { codes: ["role-unknown", "role-abstract"] },
  "aria-text": { codes: ["role-text-interactive"] },
  "aria-valid-attr": { codes: ["aria-attribute-unknown"] },
  "aria-valid-attr-value": { codes: ["aria-value-invalid", "aria-reference-broken", "aria-error-message-unheard"] },
  "nested-interactive": { codes: ["interactive-nested"] },
  "presentation-role-conflict": { codes: ["role-none-conflict"] },
  "tabindex": { codes: ["tabindex-positive"] },
};
