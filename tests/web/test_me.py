"""One's own page, and with it the base of every form: checked, told, and kept as typed."""

from tilsvar.tests.web.visitor import House, hand_out


def test_language_and_colours_are_kept_and_shown_at_once(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))

    page = visitor.send("/me", language="nn", colours="dark")

    assert "Vala er lagra." in page.text
    assert page.document.get("lang") == "nn"
    assert page.document.get("data-color-scheme") == "dark"
    chosen = [
        each.get("value")
        for each in page.all(".//form[@action='/me']//input")
        if "checked" in each.attrib
    ]
    assert chosen == ["nn", "dark", "on"]
    assert visitor.open("/").document.get("data-color-scheme") == "dark"


def test_the_language_follows_its_person_to_a_new_browser_and_the_colours_stay(
    house: House,
) -> None:
    visitor, elsewhere = house.visitor(), house.visitor()
    visitor.send(hand_out(house))
    visitor.send("/me", language="en", colours="light")

    page = elsewhere.send(hand_out(house))

    assert page.document.get("lang") == "en"
    assert page.document.get("data-color-scheme") == "auto"


def test_what_cannot_be_chosen_is_told_above_and_at_the_field_and_nothing_is_kept(
    house: House,
) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))

    page = visitor.send("/me", 422, language="se", colours="dark")

    [summary] = page.all(".//div[@role='alert']")
    assert "autofocus" in summary.attrib
    assert "Valgene er ikke lagret. Rett dette først: Språk: Velg en av disse." in page.text
    assert [each.get("href") for each in summary.iter("a")] == ["#language"]
    assert page.all(".//*[@id='language-mistake']")
    chosen = [
        each.get("value")
        for each in page.all(".//form[@action='/me']//input")
        if "checked" in each.attrib
    ]
    assert chosen == ["dark"]
    assert visitor.open("/me").document.get("data-color-scheme") == "auto"


def test_an_empty_form_is_told_what_it_lacks(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))

    page = visitor.send("/me", 422)

    assert page.texts(".//div[@role='alert']//a") == [
        "Språk: Fyll ut dette.",
        "Farger: Fyll ut dette.",
    ]


def test_one_s_own_page_tells_who_one_is_here_and_where_one_is_signed_in(house: House) -> None:
    visitor = house.visitor(**{"User-Agent": "Mozilla/5.0 (iPhone) Version/18 Safari/604.1"})
    page = visitor.send(hand_out(house, wanted="/me"))

    assert "sek1@ho21.example" in page.text
    assert "Safari · iPhone denne" in page.section("sessions")
