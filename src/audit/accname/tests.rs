use super::*;
use crate::audit::styles::Sheets;
use crate::audit::tree::Tree;

/// The name of the element with the id `t`, and where it is from.
fn named(body: &str) -> (String, NameFrom) {
    let tree = Tree::parse(&format!("<!doctype html><title>T</title><main>{body}</main>"));
    let page = Page::new(&tree, &Sheets::default());
    let id = page.by_id("t").expect("the example has a target");
    (page.name(id).to_owned(), page.name_from(id))
}

fn name_of(body: &str) -> String {
    named(body).0
}

fn description_of(body: &str) -> String {
    let tree = Tree::parse(body);
    let page = Page::new(&tree, &Sheets::default());
    page.description(page.by_id("t").expect("the example has a target"))
}

#[test]
fn words_elsewhere_come_first_in_the_order_given() {
    let html = "<span id=a>First</span><span id=b>second</span><a id=t href=/ aria-labelledby='b  a none' aria-label=No>No</a>";
    assert_eq!(named(html), ("second First".into(), NameFrom::LabelledBy));
}

#[test]
fn an_element_may_name_itself_together_with_others() {
    let html = "<h2 id=file>Care plan</h2><button id=t aria-label=Delete aria-labelledby='t file'>x</button>";
    assert_eq!(name_of(html), "Delete Care plan");
}

#[test]
fn references_are_followed_once_and_not_further() {
    assert_eq!(
        name_of("<span id=a aria-labelledby=b>one</span><b id=b>two</b><a id=t href=/ aria-labelledby=a>x</a>"),
        "one"
    );
    assert_eq!(
        name_of(
            "<a id=t href=/ aria-labelledby=x>self</a><span id=x aria-labelledby=t>there <i aria-owns=x>and</i> back</span>"
        ),
        "there and back"
    );
}

#[test]
fn references_that_lead_nowhere_are_passed_over() {
    assert_eq!(named("<a id=t href=/ aria-labelledby=none>Breaks</a>"), ("Breaks".into(), NameFrom::Content));
    assert_eq!(named("<a id=t href=/ aria-labelledby=e>Breaks</a><i id=e></i>"), ("Breaks".into(), NameFrom::Content));
}

#[test]
fn hidden_words_count_when_they_are_referred_to() {
    let html = "<p id=h hidden>Hidden <b>words</b><script>x</script></p><a id=t href=/ aria-labelledby=h>x</a>";
    assert_eq!(name_of(html), "Hidden words");
    let html = "<p id=v>Seen <b hidden>not this</b></p><a id=t href=/ aria-labelledby=v>x</a>";
    assert_eq!(name_of(html), "Seen");
}

#[test]
fn an_empty_aria_label_is_none() {
    assert_eq!(named("<a id=t href=/ aria-label=' '>Breaks</a>"), ("Breaks".into(), NameFrom::Content));
    assert_eq!(named("<a id=t href=/ aria-label=Holidays>Breaks</a>"), ("Holidays".into(), NameFrom::AriaLabel));
}

#[test]
fn content_is_gathered_from_below_without_what_is_hidden() {
    assert_eq!(
        name_of("<a id=t href=/>Help <img alt='at' src=x> <b>home</b><i hidden>no</i><i aria-hidden=true>no</i></a>"),
        "Help at home"
    );
    assert_eq!(name_of("<button id=t><svg><title>Close</title><path/></svg></button>"), "Close");
    assert_eq!(name_of("<button id=t><svg><text>Go</text><style>a{}</style></svg></button>"), "Go");
    assert_eq!(name_of("<h2 id=t>A <a href=/ aria-label='b c'>x</a></h2>"), "A b c");
}

#[test]
fn words_of_blocks_do_not_run_together() {
    assert_eq!(name_of("<a id=t href=/>in<b>line</b><div>block</div>after<br>line</a>"), "inline block after line");
    assert_eq!(name_of("<h2 id=t>\n  Much\u{a0}white \n space </h2>"), "Much white space");
}

#[test]
fn controls_inside_a_name_are_read_as_their_values() {
    let flash = |inside: &str| name_of(&format!("<input type=checkbox id=t><label for=t>Flash {inside} times</label>"));
    assert_eq!(flash("<input value=3>"), "Flash 3 times");
    assert_eq!(flash("<select><option>2<option selected>4</select>"), "Flash 4 times");
    assert_eq!(flash("<select><option>2<option>4</select>"), "Flash 2 times");
    assert_eq!(flash("<span role=spinbutton aria-valuenow=5 tabindex=0></span>"), "Flash 5 times");
    assert_eq!(flash("<span role=slider aria-valuetext=Some aria-valuenow=5></span>"), "Flash Some times");
    assert_eq!(flash("<span role=textbox>6</span>"), "Flash 6 times");
    assert_eq!(flash("<ul role=listbox><li role=option>7<li role=option aria-selected=true>8</ul>"), "Flash 8 times");
}

#[test]
fn a_label_does_not_read_its_own_control() {
    assert_eq!(name_of("<label>Flash <input id=t value=3> times</label>"), "Flash times");
}

#[test]
fn labels_belong_by_for_or_to_the_first_control_in_them() {
    assert_eq!(named("<label for=t>Name</label><input id=t>"), ("Name".into(), NameFrom::Label));
    assert_eq!(name_of("<label for=t>One</label><label>Two <input id=t></label>"), "One Two");
    assert_eq!(name_of("<label for=o>No <input id=t></label>"), "");
    assert_eq!(name_of("<label>No <input> <input id=t></label>"), "");
    assert_eq!(name_of("<label for=t>No</label><input id=t type=hidden>"), "");
    assert_eq!(name_of("<label for=t hidden>Search</label><input id=t>"), "Search");
}

#[test]
fn fields_fall_back_to_title_and_placeholder() {
    assert_eq!(named("<input id=t title=T placeholder=P>"), ("T".into(), NameFrom::Title));
    assert_eq!(named("<textarea id=t placeholder=P>x</textarea>"), ("P".into(), NameFrom::Placeholder));
    assert_eq!(named("<input type=checkbox id=t placeholder=P>"), (String::new(), NameFrom::Nothing));
    assert_eq!(named("<select id=t><option>One</select>"), (String::new(), NameFrom::Nothing));
}

#[test]
fn buttons_are_named_by_value_or_by_the_browser() {
    assert_eq!(named("<input type=submit id=t value=Send>"), ("Send".into(), NameFrom::Value));
    assert_eq!(named("<input type=submit id=t>"), ("Submit".into(), NameFrom::Browser));
    assert_eq!(named("<input type=submit id=t value=''>"), (String::new(), NameFrom::Nothing));
    assert_eq!(named("<input type=button id=t>"), (String::new(), NameFrom::Nothing));
    assert_eq!(named("<input type=image id=t>"), ("Submit Query".into(), NameFrom::Browser));
    assert_eq!(named("<input type=image id=t title=T>"), ("T".into(), NameFrom::Title));
}

#[test]
fn parts_name_the_whole() {
    assert_eq!(named("<fieldset id=t><legend>Age</legend>x</fieldset>"), ("Age".into(), NameFrom::Part));
    assert_eq!(name_of("<table id=t><caption>Costs</caption><tr><td>1</table>"), "Costs");
    assert_eq!(name_of("<figure id=t><img alt=x><figcaption>A ramp</figcaption></figure>"), "A ramp");
    assert_eq!(name_of("<svg id=t><title>Chart</title></svg>"), "Chart");
}

#[test]
fn pictures_are_named_by_alt_then_title() {
    assert_eq!(named("<img id=t alt=A title=T>"), ("A".into(), NameFrom::Alt));
    assert_eq!(named("<img id=t title=T>"), ("T".into(), NameFrom::Title));
    assert_eq!(named("<img id=t>"), (String::new(), NameFrom::Nothing));
    assert_eq!(named("<map><area id=t alt=A href=/></map>"), ("A".into(), NameFrom::Alt));
}

#[test]
fn sections_and_paragraphs_are_not_named_by_their_content() {
    assert_eq!(name_of("<section id=t>Words</section>"), "");
    assert_eq!(name_of("<p id=t>Words</p>"), "");
    assert_eq!(name_of("<a id=t>Words</a>"), "");
    assert_eq!(name_of("<div id=t role=button>Words</div>"), "Words");
    assert_eq!(name_of("<div id=t role=button title=T></div>"), "T");
}

#[test]
fn what_an_element_owns_is_its_content() {
    assert_eq!(name_of("<div id=t role=button aria-owns=o>One</div><span id=o>two</span>"), "Onetwo");
}

#[test]
fn what_nobody_meets_has_no_name() {
    assert_eq!(name_of("<div hidden><a id=t href=/>Words</a></div>"), "");
    assert_eq!(name_of("<div aria-hidden=true><a id=t href=/>Words</a></div>"), "");
}

#[test]
fn a_description_is_what_is_left_after_the_name() {
    assert_eq!(
        description_of("<input id=t aria-describedby=d title=T><p id=d hidden>For example 2</p>"),
        "For example 2"
    );
    assert_eq!(description_of("<a id=t href=/ title=T>x</a>"), "T");
    assert_eq!(description_of("<a id=t href=/ title=T></a>"), "");
    assert_eq!(description_of("<a id=t href=/ aria-description=D>x</a>"), "D");
}

#[test]
fn names_that_refer_to_each_other_without_end_are_unknown() {
    let words = "<b>word</b>".repeat(20_000);
    let links = "<a href=/ aria-labelledby=all>x</a>".repeat(200);
    let tree = Tree::parse(&format!("<div id=all>{words}</div>{links}"));
    let page = Page::new(&tree, &Sheets::default());
    let from: Vec<_> = page.elements(&name!("a")).iter().map(|link| page.name_from(*link)).collect();
    assert_eq!(from.first(), Some(&NameFrom::LabelledBy));
    assert_eq!(from.last(), Some(&NameFrom::Unknown));
    assert!(!page.elements(&name!("a")).iter().any(|link| page.is_nameless(*link)));
}

#[test]
fn a_chain_of_what_elements_own_ends() {
    let owned = |at: usize| format!("<i id=i{at} aria-owns=i{}></i>", at + 1);
    let chain: String = (0..20_000).map(owned).collect();
    let (name, from) = named(&format!("<b id=t role=button aria-owns=i0></b>{chain}"));
    assert_eq!((name.as_str(), from), ("", NameFrom::Unknown));
}
