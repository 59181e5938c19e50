"""A secretary plans an op-ed from a suggestion by keyboard, in a browser, and takes it back."""

from collections.abc import Iterator

import pytest

from tilsvar.bootstrap import App
from tilsvar.tests.web.activities import some_activities
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.judging import Judge
from tilsvar.tests.web.serving import served


@pytest.fixture
def own(council: App) -> Iterator[str]:
    """The example with a suggestion that waits."""
    with council.office.work(by="SEK1") as work:
        some_activities(work)
        work.commit()
    with served(council) as address:
        yield address


def test_an_op_ed_is_planned_from_a_suggestion_by_keyboard(own: str) -> None:
    judge = Judge()

    with chromium() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(own)
        judge.enter(page, "link", "Vurder forslaget")
        judge.enter(page, "link", "Planlegg som kronikk")
        judge.enter(page, "button", "Planlegg som kronikk")
        alert = page.locator("[role=alert]")
        assert alert.evaluate("it => it === document.activeElement")
        assert "Velg minst én målgruppe" in alert.inner_text()

        page.get_by_label("Stortinget", exact=True).focus()
        page.keyboard.press("Space")
        page.get_by_label("Hva skal de vite eller gjøre annerledes?", exact=True).focus()
        page.keyboard.type("Vil ha én inngang til helsedata")
        page.get_by_label("Når", exact=True).focus()
        page.keyboard.type("våren 2023")
        judge.enter(page, "button", "Planlegg som kronikk")
        assert "Aktiviteten er planlagt." in page.get_by_role("status").inner_text()
        assert page.locator("#facts + dl").get_by_role("link", name="Bedre helsedata").count()

        page.goto(f"{own}/communications/timeline?year=2023")
        judge.look(page)
        assert page.get_by_role("link", name="Bedre helsedata").count() == 1
        page.go_back()
        judge.enter(page, "button", "Angre")
        assert "et forslag igjen" in page.get_by_role("status").inner_text()

    assert judge.objections == {}
