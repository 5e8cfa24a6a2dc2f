use super::*;

fn tags(html: &str) -> Vec<String> {
    let tree = Tree::parse(html);
    let typed = tree.all().filter(|id| tree.is_element(*id)).map(|id| {
        let range = tree.tag(id);
        let typed = html.get(NodeId(range.start).index()..NodeId(range.end).index()).unwrap_or("?");
        format!("{}:{typed}", tree.name(id))
    });
    typed.collect()
}

#[test]
fn every_tag_leads_back_to_where_it_is_typed() {
    let html = "<!DOCTYPE html><!-- <a> > -->\n<HTML lang=en><title>a <b> c</title><style>a<b{}</style><body>\
                <p title='a > b'>One<p data-x=\"<p>\">Two <br/><a\n href=/>x</a></body></html>";
    assert_eq!(
        tags(html),
        [
            "html:<HTML lang=en>",
            "head:",
            "title:<title>",
            "style:<style>",
            "body:<body>",
            "p:<p title='a > b'>",
            "p:<p data-x=\"<p>\">",
            "br:<br/>",
            "a:<a\n href=/>"
        ]
    );
}

#[test]
fn what_the_parser_adds_has_no_place() {
    assert_eq!(tags("<table><tr><td>1"), ["html:", "head:", "body:", "table:<table>", "tbody:", "tr:<tr>", "td:<td>"]);
}

#[test]
fn misnested_tags_are_read_as_browsers_do() {
    let tree = Tree::parse("<p><b>1<p>2</b>3<table><i>x</i><td>4");
    let shape: Vec<String> = tree
        .all()
        .map(|id| {
            format!("{}{}", tree.ancestors(id).count(), if tree.is_element(id) { tree.name(id) } else { tree.text(id) })
        })
        .collect();
    assert_eq!(
        shape,
        [
            "0", "1html", "2head", "2body", "3p", "4b", "51", "3p", "4b", "52", "43", "4i", "5x", "4table", "5tbody",
            "6tr", "7td", "84"
        ]
    );
}

#[test]
fn children_siblings_and_descendants_agree() {
    let tree = Tree::parse("<ul><li>a<li>b<b>c</b><li>d</ul>");
    let list = tree.all().find(|id| tree.is(*id, &name!("ul"))).expect("there is a list");
    let items: Vec<_> = tree.children(list).collect();
    assert_eq!(items.len(), 3);
    assert_eq!(tree.next_sibling(items[0]), Some(items[1]));
    assert_eq!(tree.next_sibling(items[2]), None);
    assert_eq!(tree.text_content(list), "abcd");
    assert!(tree.is_inside(items[1], list) && !tree.is_inside(list, items[1]));
}

#[test]
fn a_page_without_end_is_cut_and_says_so() {
    let deep = "<div>".repeat(200_000);
    assert!(!Tree::parse(&deep).is_whole());
    let mut wide = String::from("<p");
    for at in 0..200_000 {
        wide.push_str(&format!(" a{at}=\"\""));
    }
    wide.push('>');
    assert!(!Tree::parse(&wide).is_whole());
    assert!(Tree::parse("<p>Short").is_whole());
}
