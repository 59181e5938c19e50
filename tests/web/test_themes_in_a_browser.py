"""The navigation, which themes and communications have made longer, at every width."""

from tilsvar.tests.web.browser import chromium


def test_the_navigation_stays_in_one_row_on_a_desk_and_never_scrolls_sideways(
    address: str,
) -> None:
    with chromium() as browser:
        page = browser.new_page()
        rows, wide = {}, {}
        for width in (1360, 1100, 900, 390):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{address}/themes")
            wide[width] = page.evaluate("document.documentElement.scrollWidth")
            rows[width] = page.evaluate(
                "new Set([...document.querySelectorAll('.nav .tab')]"
                ".filter(each => each.offsetParent).map(each => each.offsetTop)).size"
            )

    assert rows[1360] == 1
    assert wide == {width: width for width in wide}
