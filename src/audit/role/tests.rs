use super::*;
use crate::audit::styles::Sheets;
use crate::audit::tree::Tree;

/// Roles of all elements in the body, in document order; `-` where there is none.
fn roles(html: &str) -> Vec<&'static str> {
    let tree = Tree::parse(html);
    let page = Page::new(&tree, &Sheets::default());
    let body = page.elements(&name!("body"))[0];
    let elements = tree.descendants(body).filter(|id| tree.is_element(*id));
    elements.map(|id| page.role(id).map_or("-", Role::name)).collect()
}

#[test]
fn the_tables_are_in_order_and_name_only_what_exists() {
    assert!(Role::ALL.is_sorted_by_key(|role| role.name()));
    for role in Role::ALL.iter().map(|role| role.facts()) {
        for named in [role.above, role.context, role.owned].into_iter().flat_map(|list| list.split_ascii_whitespace()) {
            assert!(Role::of(named).is_some(), "{}: {named}", role.name);
        }
    }
    let names: Vec<_> = attributes::all().collect();
    assert!(names.is_sorted(), "{names:?}");
}

#[test]
fn html_gives_roles_by_name_and_place() {
    assert_eq!(roles("<a>1</a><a href=/>2</a><p>3<b>4</b></p>"), ["-", "link", "paragraph", "-"]);
    assert_eq!(roles("<header></header><main><header></header></main>"), ["banner", "main", "-"]);
    assert_eq!(roles("<article><footer></footer><aside></aside></article>"), ["article", "-", "-"]);
    assert_eq!(roles("<section></section><section aria-label=a></section>"), ["-", "region"]);
    assert_eq!(roles("<img alt=''><img alt=a><img><img alt='' tabindex=0>"), ["presentation", "img", "img", "img"]);
    assert_eq!(roles("<li></li><ul><li></ul>"), ["-", "list", "listitem"]);
    assert_eq!(roles("<input><input type=search><input type=CheckBox>"), ["textbox", "searchbox", "checkbox"]);
    assert_eq!(roles("<input list=a><datalist id=a></datalist>"), ["combobox", "listbox"]);
    assert_eq!(roles("<select></select><select size=2></select>"), ["combobox", "listbox"]);
    assert_eq!(roles("<details><summary></summary><summary></summary></details>"), ["group", "button", "-"]);
    assert_eq!(roles("<table role=grid><tr><td></table>"), ["grid", "rowgroup", "row", "gridcell"]);
    assert_eq!(roles("<table><tr><th>a<td>b</table>"), ["table", "rowgroup", "row", "rowheader", "cell"]);
}

#[test]
fn of_a_list_of_roles_the_first_that_exists_counts() {
    assert_eq!(roles("<p role='widget nonsense ALERT note'></p><p role=''></p>"), ["alert", "paragraph"]);
}

#[test]
fn no_role_at_all_gives_way_where_people_meet_the_element() {
    assert_eq!(roles("<h2 role=none></h2><h2 role=none aria-live=polite></h2>"), ["none", "heading"]);
    assert_eq!(roles("<button role=presentation></button>"), ["button"]);
}

#[test]
fn no_role_of_a_list_or_a_table_reaches_its_parts() {
    assert_eq!(roles("<ul role=none><li><p></ul>"), ["none", "none", "paragraph"]);
    assert_eq!(
        roles("<table role=presentation><tr><td><td role=cell></table>"),
        ["presentation", "presentation", "presentation", "presentation", "cell"]
    );
}

#[test]
fn a_role_is_a_kind_of_those_above_it() {
    assert!(Role::MenuItemRadio.is_kind_of(Role::MenuItem));
    assert!(Role::DocToc.is_kind_of(Role::LandmarkRole));
    assert!(!Role::Note.is_kind_of(Role::LandmarkRole));
}
