use proptest::prelude::*;

use super::super::{NodeId, Tree, build};

/// All that a tree says.
fn shown(tree: &Tree) -> Vec<String> {
    let node = |id: NodeId| {
        let node = tree.node(id);
        let attributes: Vec<_> = tree.attributes(id).map(|(name, value)| format!("{name}={value:?}")).collect();
        let place = (node.parent.0, node.end, &node.tag);
        format!("{} {:?} {} {place:?} {attributes:?} {:?}", id.0, node.kind, node.name, tree.text(id))
    };
    tree.all().map(node).collect()
}

/// Whether a page is read straight; if it is, it has the tree that the whole standard gives it.
fn is_straight(html: &str) -> bool {
    let Some(tree) = super::read(html) else { return false };
    assert_eq!(shown(&tree), shown(&build::build(html)), "{html}");
    true
}

fn page(body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>A &amp; b</title>\n\
         <style>p > a{{}}</style>\n</head>\n<body class=\"x\">\n{body}\n</body>\n</html>\n"
    )
}

#[test]
fn what_is_well_formed_is_read_straight() {
    for body in [
        "<p>One <em>two</em> &pound;3 &#163; &#xA3; & more<br>x<br/></p><hr><p></p>",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><dl><div><dt>a</dt><dd>b</dd></div></dl>",
        "<table>\n<caption>c</caption><thead><tr><th scope=\"col\">a</th></tr></thead>\n<tbody><tr><td>1<p>x</p></td></tr>\n</tbody></table>",
        "<form action='/x'><label for=a>A</label><input id=a disabled/><button>Go</button><textarea>\na</b></textarea></form>",
        "<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><title>a</title><g><path d=\"M0 0\"/><text x=\"1\">b</text></g></svg>",
        "<!-- a <b> --><script>if (a < b) \"</p>\"</script><noscript><p>x</noscript><pre>\n\n a</pre>",
        "<a href=\"/a?b=1&amp;c=2\" title=\"a > b\">x</a> <code><code>y</code></code><details open><summary>s</summary>t</details>",
        "<b><b><b><b><b>x</b></b></b></b></b><p>y</p>",
    ] {
        assert!(is_straight(&page(body)), "{body}");
    }
}

#[test]
fn what_the_standard_mends_is_left_to_it() {
    for body in [
        "<p>a<p>b",
        "<p>a<div>b</div></p>",
        "<ul><li>a<li>b</ul>",
        "<table><tr><td>1</td></tr></table>",
        "<table><tbody>x</tbody></table>",
        "<b>a<i>b</b>c</i>",
        "<a href=a>a<span><a href=b>b</a></span></a>",
        "<h1>a<h2>b</h2></h1>",
        "<p a=1 a=2>b</p>",
        "<P>a</P>",
        "<div/>a</div>",
        "&copy 2026",
        "&nosuch;",
        "<svg><p>a</p></svg>",
        "<svg viewbox=\"0\"></svg>",
        "<select><option>a</select>",
        "<template>a</template>",
        "<p title=a>b</p title>",
        "a\0b",
        "a\r\nb",
        "<!-- a -- b --!>",
        "</body><p>x</p>",
        "</body><!-- a -->",
        "<button><p><button>a</button></p></button>",
        "<form><form></form></form>",
        "<x-y>a</x-y>",
    ] {
        assert!(!is_straight(&page(body)), "{body}");
    }
    for html in ["", "<p>a", "<html><head></head><body></body></html>", "<!doctype html><title>a</title>"] {
        assert!(!is_straight(html), "{html}");
    }
}

/// Pieces of pages, most of them whole, some broken.
const PIECES: [&str; 60] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<a href=\"/\">",
    "</a>",
    "<b>",
    "</b>",
    "<table>",
    "</table>",
    "<tbody>",
    "</tbody>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<caption>",
    "</caption>",
    "<dl>",
    "</dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "<button>",
    "</button>",
    "<form>",
    "</form>",
    "<h2>",
    "</h2>",
    "<svg>",
    "</svg>",
    "<g>",
    "</g>",
    "<title>",
    "</title>",
    "<span class=x>",
    "</span>",
    "<br>",
    "<hr>",
    "<pre>\n",
    "</pre>",
    "text",
    " ",
    "\n",
    "&amp;",
    "&#39;",
    "<!-- c -->",
    "<script>a<b</script>",
    "<style>x</style>",
    "<desc>",
    "</desc>",
    "</body>",
    "</html>",
    "<col>",
    "<img alt=''>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_tags_is_read_otherwise(order in prop::collection::vec(0..PIECES.len(), 0..12)) {
        let body: String = order.into_iter().filter_map(|at| PIECES.get(at)).copied().collect();
        is_straight(&page(&body));
    }

    #[test]
    fn nested_elements_are_read_as_the_standard_does(order in prop::collection::vec(0_usize..24, 0..9)) {
        let (mut before, mut behind) = (String::new(), String::new());
        for at in order {
            let (Some(open), Some(close)) = (PIECES.get(at * 2), PIECES.get(at * 2 + 1)) else { continue };
            before.push_str(open);
            behind.insert_str(0, close);
        }
        is_straight(&page(&format!("{before}x{behind}")));
        is_straight(&page(&format!("{before}{behind} {before}{behind}")));
    }
}
