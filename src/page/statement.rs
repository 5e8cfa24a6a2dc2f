//! The type `statement`: the accessibility statement in its legal order.
//!
//! In: a page and `data/accessibility.yaml`. Out: its view; without the file it is its author's words alone. Every
//! statement says what a program has checked, with which version, and what only people can check: nobody can leave it out.
//! Not here: markup, and the words that the law fixes, which are in the strings file.

use super::base::sections;
use super::{Context, PageKind, Prepared, Subject, date_view};
use crate::model::date::Date;
use crate::model::page_type::PageType;
use crate::model::statement_view::{CheckingView, ProblemView, StatementView, TestView};
use crate::model::strings::Strings;
use crate::model::view::ContentsView;

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Statement,
    template: "statement.html",
    purpose: "the accessibility statement in its legal order",
    complete,
};

/// The sections that the program adds, in their order.
const SECTIONS: [&str; 7] =
    ["feedback", "reporting", "enforcement", "technical", "non-accessible", "improving", "preparation"];

/// The section on how pages were checked, which every statement has.
const CHECKING: &str = "how-pages-were-checked";

fn complete<'a>(context: &Context<'a>, subject: &Subject<'a>, prepared: &mut Prepared<'a>) {
    let strings = subject.strings;
    let program = context.checked.map(|scope| format!("Candour {}", scope.version));
    prepared.view.checking = Some(CheckingView { program });
    let Some(view) = view(context, strings) else { return };
    prepared.view.contents = sections(context, subject);
    for section in SECTIONS {
        if section == "improving" && view.improving.is_empty() {
            continue;
        }
        let text = strings.text(&format!("statement.{section}")).to_owned();
        prepared.view.contents.push(ContentsView { id: format!("statement-{section}"), text });
    }
    let checking = ContentsView { id: CHECKING.to_owned(), text: strings.text("checking.title").to_owned() };
    prepared.view.contents.push(checking);
    prepared.view.statement = Some(view);
}

fn view(context: &Context<'_>, strings: &Strings) -> Option<StatementView> {
    let known = context.site.accessibility.as_ref()?;
    let words = |date: Option<Date>| date.map(|date| date_view(date, strings));
    let problems = known.problems.iter().map(|problem| ProblemView {
        problem: problem.problem.clone(),
        effect: problem.effect.clone(),
        criteria: problem.criteria.join(", "),
        fix_by: words(problem.fix_by),
        alternative: problem.alternative.clone(),
    });
    Some(StatementView {
        compliance: known.compliance.key(),
        prepared: words(known.prepared),
        reviewed: words(known.reviewed),
        test: known.test.as_ref().map(|test| TestView {
            on: words(test.on),
            by: test.by.clone(),
            how: test.how.clone(),
            pages: test.pages.clone(),
        }),
        problems: problems.collect(),
        burden: known.burden.clone(),
        out_of_scope: known.out_of_scope.clone(),
        improving: known.improving.clone(),
    })
}
