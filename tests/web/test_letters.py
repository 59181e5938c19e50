"""The list of letters: views, filters, search and order, all in the address."""

import pytest

from tilsvar.tests.web.reader import Page, Reader, said


def keys(page: Page) -> list[str]:
    links = (each.get("href", "") for each in page.all(".//th[@class='title']/a"))
    return [each.removeprefix("/letters/") for each in links]


def test_all_letters_stand_newest_first_with_a_line_for_each_recipient(reader: Reader) -> None:
    page = reader.open("/letters")

    assert len(keys(page)) == 19
    assert (keys(page)[0], keys(page)[-1]) == ("L2022-10", "L2016-01")
    assert "Tre av 19 er ubesvarte. To er over fristen." in page.text
    [ksf] = [each for each in page.all(".//tbody") if "KSF-rapport" in said(each)]
    assert [said(each) for each in ksf.findall(".//td[@class='to']")] == [
        "HOD",
        "KMD nå KDD",
        "KD",
    ]
    assert said(ksf).count("Besvart sep. 2020") == 3


def test_each_view_shows_as_many_letters_as_it_says(reader: Reader) -> None:
    page = reader.open("/letters")
    views = [
        (each.get("href", ""), int(said(each).rpartition(" ")[2]))
        for each in page.all(".//ul[@class='views flow']//a")
    ]

    assert [count for _, count in views] == [19, 3, 2, 1, 2]
    for path, count in views:
        assert len(keys(reader.open(path))) == count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=HELSENÆRING", ["L2022-06", "L2022-02"]),
        ("q=næringsutvikling+eksportråd", ["L2022-07"]),
        ("q=bærekraftig", ["L2021-03"]),
        ("q=L2020-02", ["L2020-02"]),
        ("department=KDD", ["L2020-02"]),
        ("department=NFD&state=overdue", ["L2022-06"]),
        ("state=answered", ["L2020-02", "L2016-01"]),
        ("kind=memo", ["L2021-03"]),
        ("area=KOMMUNELOFT", ["L2020-02"]),
        ("year=2016", ["L2016-02", "L2016-01"]),
        ("year=2022&department=HOD&area=FOLKEHELSE", ["L2022-03"]),
        ("sort=due&state=unanswered", ["L2021-02", "L2021-03", "L2022-06"]),
        ("sort=-due&state=unanswered", ["L2022-06", "L2021-03", "L2021-02"]),
        ("sort=sent&year=2016", ["L2016-01", "L2016-02"]),
    ],
)
def test_filters_narrow_and_order_the_list(reader: Reader, query: str, found: list[str]) -> None:
    assert keys(reader.open(f"/letters?{query}")) == found


def test_letters_are_sorted_by_title_as_a_norwegian_reader_expects_case_aside(
    reader: Reader,
) -> None:
    page = reader.open("/letters?sort=title")

    assert keys(page)[0] == "L2021-03"
    [column] = [each for each in page.all(".//th") if each.get("aria-sort") == "ascending"]
    assert said(column) == "Tittel"
    [button] = column.findall("button")
    assert button.get("value") == "-title"


def test_a_filter_that_fits_nothing_says_so_and_can_be_taken_away(reader: Reader) -> None:
    page = reader.open("/letters?q=trikk")

    assert "Ingen brev passer. Fjern filtrene" in page.text
    assert keys(page) == []


def test_what_was_typed_is_shown_again_and_never_becomes_markup(reader: Reader) -> None:
    page = reader.open("/letters?q=%3Cscript%3Ealert(1)%3C/script%3E&state=%22%3E&page=x&sort=;")

    [field] = [each for each in page.all(".//input") if each.get("id") == "q"]
    assert field.get("value") == "<script>alert(1)</script>"
    assert all(each.get("src") for each in page.all(".//script"))


def test_the_search_in_the_head_of_every_page_finds_everything(reader: Reader) -> None:
    [form] = reader.open("/history").all('.//form[@role="search"]')

    assert form.get("action") == "/search"
    assert [each.get("name") for each in form.findall(".//input")] == ["q"]
