"""Each report as a page and as files: what can be asked of it, and what one gets."""

import json
from io import BytesIO

import pytest
from docx import Document as OpenedInWord

from tilsvar.reports.catalogue import REPORTS
from tilsvar.reports.documents.formats import FORMATS
from tilsvar.tests.reports.pango import without_pango
from tilsvar.tests.web.reader import Reader
from tilsvar.web.pages.one_report import BUTTONS

PAGES = [each for each in REPORTS if each not in ("unanswered", "handover")]
"""Unanswered letters have a page of their own design, and a handover asks for a person first."""


@pytest.mark.parametrize("name", PAGES)
def test_a_report_offers_its_files_and_says_as_of_when_it_is(reader: Reader, name: str) -> None:
    page = reader.open(f"/reports/{name}?as_of=3.2.2023")

    assert "Per 3. februar 2023" in page.text.replace("\u00a0", " ")
    offered = {each.partition("?")[0] for each in page.links()}
    assert offered >= {f"/reports/{name}.{ending}" for ending, _ in BUTTONS}


@pytest.mark.parametrize("name", REPORTS)
def test_every_file_of_every_report_comes_as_what_it_is(reader: Reader, name: str) -> None:
    elsewhere = {"json", "csv"} if name == "unanswered" else set()  # test_unanswered.py
    endings = set(FORMATS) - elsewhere
    for ending in endings:
        asked = "person=SEK1" if name == "handover" else "as_of=2023-02-03"
        answer = reader.client.get(f"/reports/{name}.{ending}?{asked}")

        assert answer.status_code == 200, (name, ending)
        assert answer.headers["content-type"].partition(";")[0] == FORMATS[ending].media_type
        shown = "" if ending == "json" else f'attachment; filename="{name}-2023-02-03.{ending}"'
        assert answer.headers.get("content-disposition", "") == shown
        assert answer.content


def test_a_file_of_a_report_is_the_same_bytes_each_time(reader: Reader) -> None:
    for ending in FORMATS:
        path = f"/reports/activities.{ending}?as_of=2021-09-01"
        assert reader.client.get(path).content == reader.client.get(path).content, ending


def test_where_no_pdf_can_be_made_a_sentence_says_what_is_missing(reader: Reader) -> None:
    with without_pango():
        answer = reader.client.get("/reports/activities.pdf?as_of=2021-09-01")

    assert answer.status_code == 503
    assert answer.text.startswith("Denne maskinen kan ikke lage PDF.")
    assert "libpango-1.0-0" in answer.text


def test_a_year_leads_to_its_lists_and_the_files_are_those_of_the_same_year(
    reader: Reader,
) -> None:
    page = reader.open("/reports/annual?year=2021")

    assert page.title.startswith("Lister til årsrapporten for 2021")
    [here] = [each for each in page.all(".//nav//a") if "year=2021" in each.get("href", "")]
    assert here.get("aria-current") == "page"
    [word] = [each for each in page.links() if each.startswith("/reports/annual.docx")]
    opened = OpenedInWord(BytesIO(reader.client.get(word).content))
    assert opened.core_properties.title == "Lister til årsrapporten for 2021"


def test_a_year_or_a_month_is_a_period_from_its_first_day_to_its_last(reader: Reader) -> None:
    read = json.loads(reader.client.get("/reports/activities.json?from=2020&to=mai+2021").text)

    assert (read["from"], read["to"]) == ("2020-01-01", "2021-05-31")


def test_what_cannot_be_read_is_said_at_its_field_and_what_was_typed_stays(
    reader: Reader,
) -> None:
    page = reader.open("/reports/activities?from=i+fjor&to=2021&as_of=1.9.2021", 400)

    [field] = [each for each in page.all(".//input") if each.get("name") == "from"]
    assert field.get("value") == "i fjor"
    assert field.get("aria-invalid") == "true"
    assert "«i fjor» er ingen dato" in page.text
    assert [each.get("href") for each in page.all(".//div[@role='alert']//a")] == ["#from"]

    answer = reader.client.get("/reports/activities.docx?from=i+fjor")
    assert answer.status_code == 400
    assert answer.text.startswith("Fra: «i fjor» er ingen dato")


def test_a_period_that_ends_before_it_begins_is_refused_in_words(reader: Reader) -> None:
    page = reader.open("/reports/response-times?from=1.5.2022&to=1.4.2022", 400)

    assert "fra 1. mai 2022 til 1. april 2022" in page.text.replace("\u00a0", " ")
    assert reader.client.get("/reports/response-times.csv?from=2022&to=2021").status_code == 400


def test_a_report_or_a_format_that_there_is_not_is_not_found(reader: Reader) -> None:
    reader.open("/reports/weather", 404)
    reader.open("/reports/annual.exe", 404)
