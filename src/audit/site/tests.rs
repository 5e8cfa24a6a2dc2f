use super::*;
use crate::audit::{Against, Asked, Audited, Sheets, audit, parse};

fn audited(address: &str, html: &str) -> Audited {
    let against = Against { sheets: &Sheets::default(), address, asked: &Asked::default() };
    audit(&parse(html), html, against)
}

/// What the site pass says of pages: address and code.
fn told(pages: &[(String, String)]) -> Vec<String> {
    let facts: Vec<_> = pages.iter().map(|(address, html)| audited(address, html).facts).collect();
    let pairs: Vec<(&str, &Facts)> =
        pages.iter().zip(&facts).map(|((address, _), facts)| (address.as_str(), facts)).collect();
    let told = site(&pairs);
    told.iter().map(|told| format!("{} {}", pages[told.page].0, told.finding.code())).collect()
}

fn html(title: &str, lang: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang={lang}><title>{title}</title><body>{body}<main><h1>{title}</h1></main></body></html>"
    )
}

/// Twelve pages that lead to each other, of which one is another.
fn pages(other: &str, other_html: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let menu: String = (0..12).map(|at| format!("<a href=\"/p{at}/\">Page {at}</a> ")).collect();
    let menu = format!("<nav><a href=/contact/>Contact us</a> <a href=\"tel:1\">Call 1</a> {menu}</nav>");
    let made = (0..12).map(|at| {
        let address = format!("/p{at}/");
        let text = if address == other { other_html(&menu) } else { html(&format!("Title {at}"), "en-GB", &menu) };
        (address, text)
    });
    made.collect()
}

#[test]
fn a_site_that_agrees_with_itself_is_told_nothing() {
    assert!(told(&pages("/none/", |_| String::new())).is_empty());
}

#[test]
fn a_title_of_two_pages_is_told_on_the_second() {
    assert_eq!(told(&pages("/p7/", |menu| html("title  3", "en-GB", menu))), ["/p7/ title-repeated"]);
    assert!(told(&pages("/p7/", |menu| html("Title 3", "cy", menu))).is_empty());
}

#[test]
fn one_page_that_writes_its_language_otherwise_is_told() {
    assert_eq!(told(&pages("/p2/", |menu| html("Other", "en-US", menu))), ["/p2/ language-differs"]);
}

#[test]
fn one_menu_that_leads_elsewhere_is_told() {
    let other = |menu: &str| html("Other", "en-GB", &menu.replace("\"/p5/\"", "\"/p6/\""));
    assert_eq!(told(&pages("/p2/", other)), ["/p2/ navigation-differs"]);
}

#[test]
fn help_in_another_order_is_told() {
    let other = |menu: &str| {
        let call = "<a href=\"tel:1\">Call 1</a>";
        html("Other", "en-GB", &menu.replace(call, "").replace("<nav>", &format!("<nav>{call} ")))
    };
    assert_eq!(told(&pages("/p2/", other)), ["/p2/ help-order"]);
}

#[test]
fn a_page_that_nothing_leads_to_is_told() {
    let mut pages = pages("/none/", |_| String::new());
    pages.push(("/lost/".to_owned(), html("Lost", "en-GB", "")));
    assert_eq!(told(&pages), ["/lost/ page-orphan"]);
}

#[test]
fn links_on_two_pages_without_a_way_past_are_told_on_both() {
    let menu = "<ul><li><a href=/a/>A</a><li><a href=/b/>B</a><li><a href=/c/>C</a></ul>";
    let page = |title: &str| format!("<html lang=en><title>{title}</title><body><h1>Council</h1>{menu}<p>{title}");
    let pages = [("/a/".to_owned(), page("One")), ("/b/".to_owned(), page("Two"))];
    assert_eq!(told(&pages), ["/a/ bypass-repeated", "/b/ bypass-repeated"]);
}

#[test]
fn a_finding_of_a_template_is_told_once_with_its_pages() {
    let page =
        |words: &str| format!("<html lang=en><title>t</title><main><h1>t</h1><div class=a><h4>{words}</h4></div>");
    let pages = [page("one"), page("two"), page("three"), page("<b id=x></b>four").replace("class=a", "class=b")];
    let signatures: Vec<_> = pages.iter().map(|html| audited("/", html).signatures).collect();
    assert_eq!(fold(&signatures), [vec![3], vec![0], vec![0], vec![1]]);
}
