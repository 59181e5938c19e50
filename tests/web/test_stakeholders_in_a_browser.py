"""A changed stance is recorded from an answer, seen on the theme's page and undone, by keyboard."""

from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.judging import Judge

KMD = "Registrer holdning Svar fra KMD"


def test_a_changed_stance_is_recorded_from_an_answer_and_undone_by_keyboard(own: str) -> None:
    judge = Judge()

    with chromium() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(f"{own}/letters/L2020-02")
        judge.enter(page, "link", KMD)
        filled = page.get_by_label("Per dato", exact=True).input_value()
        assert filled == "september 2020"
        page.get_by_role("radio", name="Imot", exact=True).focus()
        page.keyboard.press("Space")
        judge.enter(page, "button", "Registrer holdning")
        assert "Holdningen er registrert." in page.get_by_role("status").inner_text()

        judge.enter(page, "link", "Et kunnskapsløft for kommunene")
        row = page.get_by_role("row").filter(has_text="Kommunal- og distriktsdepartementet")
        assert "videreført fra KMD" in row.inner_text()
        assert "Imot" in row.inner_text()
        judge.enter(page, "link", "Kommunal- og distriktsdepartementet")

        with page.expect_navigation():
            page.go_back()
        with page.expect_navigation():
            page.go_back()
        judge.enter(page, "button", "Angre")
        stances = page.locator("ol.stances").inner_text()

    assert "Trukket tilbake" in stances
    assert judge.objections == {}
