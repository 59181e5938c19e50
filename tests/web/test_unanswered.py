"""The report of unanswered letters as page, JSON and CSV, on any day."""

import pytest

from tilsvar.tests.web.reader import Reader
from tilsvar.web.pages import unanswered


def test_three_answers_are_outstanding_on_3_february_2023(reader: Reader) -> None:
    page = reader.open("/reports/unanswered")

    [lead] = page.texts(".//p[@class='lead']")
    assert lead.startswith("Tre svar mangler. To av dem er over fristen. Ett har foreløpig svar.")
    assert lead.endswith("Det eldste brevet ble sendt 8. februar 2021.")
    assert page.texts(".//tfoot/tr") == ["I alt 3 2 1"]
    letters = [each.get("href") for each in page.all(".//th[@class='title']/a")]
    assert letters == ["/letters/L2021-02", "/letters/L2021-03", "/letters/L2022-06"]
    table = page.section("all")
    assert "8. mai var lørdag" in table
    assert "444 virkedager" in table
    assert "666 dager 466 virkedager 0 purringer" in table


def test_the_chart_says_in_words_what_it_draws(reader: Reader) -> None:
    page = reader.open("/reports/unanswered")

    [words] = page.texts(".//svg/desc") or page.texts(".//{*}svg/{*}desc")
    assert words.startswith(
        "HOD 725 dager, foreløpig svar, ikke endelig; HOD 666 dager, over fristen; "
        "NFD 123 dager, over fristen."
    )


def test_departments_without_anything_outstanding_stand_with_zeros(reader: Reader) -> None:
    page = reader.open("/reports/unanswered")

    rows = page.section("departments")
    assert "Kunnskapsdepartementet 0 0 0 ingen" in rows
    assert "Kommunal- og distriktsdepartementet" in rows
    assert "moderniserings" not in rows


def test_another_day_is_typed_as_people_write_it(reader: Reader) -> None:
    page = reader.open("/reports/unanswered?as_of=15.+august+2020")

    assert "Per lørdag 15. august 2020" in page.text
    assert page.section("all").count("11 virkedager") == 3
    assert "moderniserings" in page.section("departments")
    assert "distrikts" not in page.section("departments")
    assert "Ingen ubesvarte brev per 1. oktober 2020." in (
        reader.open("/reports/unanswered?as_of=2020-10-01").text
    )


def test_a_day_that_is_none_is_refused_with_a_sentence_and_kept_in_its_field(
    reader: Reader,
) -> None:
    page = reader.open("/reports/unanswered?as_of=31.2.2023", 400)

    [fault] = [each for each in page.all(".//p") if each.get("id") == "fault"]
    [field] = [each for each in page.all(".//input") if each.get("name") == "as_of"]
    assert fault.text
    assert field.get("value") == "31.2.2023"
    assert reader.client.get("/reports/unanswered.json?as_of=31.2.2023").status_code == 400


def test_json_and_csv_hold_the_same_rows_for_the_same_day(reader: Reader) -> None:
    as_json = reader.client.get("/reports/unanswered.json?as_of=2020-08-15")
    as_csv = reader.client.get("/reports/unanswered.csv?as_of=2020-08-15")

    rows = as_json.json()["rows"]
    assert as_json.headers["content-type"] == "application/json"
    assert [(each["letter"], each["department"], each["due"]) for each in rows] == [
        ("L2020-02", "HOD", "2020-07-30"),
        ("L2020-02", "KMD", "2020-07-30"),
        ("L2020-02", "KD", "2020-07-30"),
    ]
    assert as_csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="unanswered-2020-08-15.csv"' in as_csv.headers["content-disposition"]
    assert as_csv.text.count("L2020-02") == 3


def test_of_very_many_the_page_shows_the_first_and_says_where_all_are(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unanswered, "LONGEST", 2)

    page = reader.open("/reports/unanswered")

    letters = [each.get("href") for each in page.all(".//th[@class='title']/a")]
    assert letters == ["/letters/L2021-02", "/letters/L2021-03"]
    assert "De første 2 av 3 rader. Alle står i filen for Excel." in page.section("all")
    assert page.texts(".//tfoot/tr") == ["I alt 3 2 1"]
    document = reader.client.get("/reports/unanswered.json").json()
    assert len(document["rows"]) == 3
    assert document["made_from"] in page.text
    assert all(each["title"] in page.section("owed") for each in document["owed_by_us"])
