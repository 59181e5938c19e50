"""Reports that are asked for what there is not: a sentence says so, and what was typed stays."""

import pytest

from tilsvar.reports.catalogue import REPORTS
from tilsvar.tests.web.reader import Page, Reader

OF_A_PERIOD = ("response-times", "activities", "annual", "promises")
DATED = [each for each in REPORTS if each not in ("unanswered", "handover")]


def typed(page: Page, name: str) -> str:
    [field] = [each for each in page.all(".//input") if each.get("name") == name]
    return field.get("value", "").replace("\u00a0", " ")


def test_a_handover_asks_whose_and_a_file_of_nobodys_is_refused(reader: Reader) -> None:
    page = reader.open("/reports/handover")
    assert "Velg hvem arbeidet skal overtas fra." in page.text

    for ending in ("json", "csv", "docx", "xlsx", "pdf", "html", "txt"):
        answer = reader.client.get(f"/reports/handover.{ending}")
        assert answer.status_code == 400, ending
        assert answer.text.startswith("En overlevering gjelder én person.")


def test_a_handover_of_nobody_or_of_a_key_that_nobody_has(reader: Reader) -> None:
    assert "Velg en person fra listen." in reader.open("/reports/handover?person=", 400).text
    said = "Ingen har nøkkelen «NOBODY». Velg en person fra listen."
    assert said in reader.open("/reports/handover?person=NOBODY", 400).text
    answer = reader.client.get("/reports/handover.json?person=NOBODY")
    assert (answer.status_code, answer.text) == (400, f"Hvem sitt arbeid: {said}")


@pytest.mark.parametrize("year", ["99999", "abcd", "0000", "-2022", "22"])
def test_a_year_that_is_none_is_said_and_stays_in_its_field(reader: Reader, year: str) -> None:
    page = reader.open(f"/reports/annual?year={year}", 400)

    said = f"«{year}» er ikke et årstall. Skriv det med fire sifre, for eksempel 2023."
    assert said in page.text
    assert (typed(page, "year"), typed(page, "from"), typed(page, "to")) == (year, "", "")
    answer = reader.client.get(f"/reports/annual.json?year={year}")
    assert (answer.status_code, answer.text) == (400, f"År: {said}")


def test_the_year_put_right_in_its_field_is_the_year_that_one_gets(reader: Reader) -> None:
    page = reader.open("/reports/annual?year=2021&as_of=3.2.2023&from=&to=")

    assert page.title.startswith("Lister til årsrapporten for 2021")
    assert not [each for each in page.all(".//input") if each.get("name") == "year"]


@pytest.mark.parametrize("name", OF_A_PERIOD)
def test_a_period_that_ends_before_it_begins_is_refused(reader: Reader, name: str) -> None:
    page = reader.open(f"/reports/{name}?from=1.5.2022&to=1.4.2022", 400)
    assert (typed(page, "from"), typed(page, "to")) == ("1. mai 2022", "1. april 2022")

    assert reader.client.get(f"/reports/{name}.json?from=2022&to=2021").status_code == 400


def test_a_period_that_begins_after_the_day_it_is_seen_from_is_refused(reader: Reader) -> None:
    page = reader.open("/reports/promises?from=2093", 400)

    assert typed(page, "from") == "1. januar 2093"
    assert [each.get("href") for each in page.all(".//div[@role='alert']//a")] == ["#from"]
    assert reader.client.get("/reports/promises.csv?from=2093").status_code == 400


@pytest.mark.parametrize("name", DATED)
def test_days_as_far_off_as_the_working_days_are_known_can_be_asked_for(
    reader: Reader, name: str
) -> None:
    for day in ("1950-01-01", "2100-12-31"):
        reader.open(f"/reports/{name}?as_of={day}")
    for day in ("0001-01-01", "9999-12-31"):
        page = reader.open(f"/reports/{name}?as_of={day}", 400)
        assert "er utenfor rekkevidde" in page.text
        assert typed(page, "as_of") == day
        assert reader.client.get(f"/reports/{name}.json?as_of={day}").status_code == 400
