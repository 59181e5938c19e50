"""The same report as JSON for scripts, as CSV for Excel and as text for reading."""

import csv
import json
import re
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind, ReplyKind
from tilsvar.domain.obligations import ObligationState
from tilsvar.reports.both_directions import BothDirections, both_directions
from tilsvar.reports.open_answers import OpenAnswer
from tilsvar.reports.render_csv import unanswered_csv
from tilsvar.reports.render_json import COLUMNS, unanswered_json
from tilsvar.reports.render_text import unanswered_text
from tilsvar.reports.unanswered import Unanswered
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

NB = language("nb")
NAMES = {"HOD": "Helse- og omsorgsdepartementet"}


@pytest.fixture
def both(council: Council) -> BothDirections:
    """An interim reply with a promise, an overdue letter to a ministry that is no more."""
    promised = council.send("2022-12-20", "HOD", key="L2022-08", title="Helsedata", area=None)
    council.receive(promised, "HOD", "2023-01-10", kind=ReplyKind.INTERIM, promised=Edtf("2023-21"))
    council.send("2021-11-30", "KMD", key="L2021-05", title="Kommuneløft")
    council.send("2023-01-27", "HOD", key="L2023-01", title="=1+1")
    with council.reading() as work:
        return both_directions(work, date(2023, 2, 3))


@pytest.fixture
def report(both: BothDirections) -> Unanswered:
    return both.unanswered


def test_json_says_it_in_the_fields_that_scripts_rely_on(both: BothDirections) -> None:
    document = json.loads(unanswered_json(both, NB))

    assert document["report"] == "unanswered"
    assert document["as_of"] == "2023-02-03"
    assert document["rows"][0] == {
        "letter": "L2021-05",
        "title": "Kommuneløft",
        "kind": "letter",
        "department": "KDD",
        "addressed_to": "KMD",
        "sent": "2021-11-30",
        "due": "2021-12-30",
        "promised": None,
        "state": "overdue",
        "days_open": 430,
        "working_days_overdue": 279,
        "follow_ups": 0,
        "last_follow_up": None,
        "area": None,
        "working_days_open": 301,
    }
    assert [tuple(row) for row in document["rows"]] == [COLUMNS] * 3
    assert document["rows"][1]["promised"] == "2023-21"
    assert document["departments"] == [
        {"department": "HOD", "open": 2, "overdue": 0, "interim": 1, "oldest_sent": "2022-12-20"},
        {"department": "KDD", "open": 1, "overdue": 1, "interim": 0, "oldest_sent": "2021-11-30"},
    ]


def test_csv_has_the_columns_of_the_json_and_is_a_table_to_norwegian_excel(
    report: Unanswered,
) -> None:
    written = unanswered_csv(report)
    rows = list(csv.reader(StringIO(written.removeprefix("\ufeff")), delimiter=";"))

    assert written.startswith("\ufeffletter;title;kind;")
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][:5] == ["L2021-05", "Kommuneløft", "letter", "KDD", "KMD"]
    assert rows[1][COLUMNS.index("promised")] == ""


def test_a_title_that_a_spreadsheet_would_take_for_a_formula_stays_a_text(
    report: Unanswered,
) -> None:
    assert "L2023-01;'=1+1;letter" in unanswered_csv(report)


_ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_PASSED_OVER = st.text(st.sampled_from(" \t\r\n\v\u00a0\u200b\ufeff"), max_size=3)
_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
"""What begins a formula, also as wide as a Chinese sign."""

_FORMULAS = st.builds(
    lambda before, sign, rest: before + sign + rest,
    _PASSED_OVER,
    st.sampled_from(_SIGNS),
    _ANYTHING,
)


def as_read(text: str) -> str:
    """Without what parts lines, and without what keeps a formula from being one."""
    return re.sub(r"[\s·'\x00-\x1f]", "", text)


@given(title=_ANYTHING | _FORMULAS)
def test_any_title_comes_back_from_the_csv_and_none_starts_a_formula(title: str) -> None:
    written = unanswered_csv(Unanswered(date(2023, 2, 3), (row(title),), ()))

    cells = list(csv.reader(StringIO(written[1:], newline=""), delimiter=";"))[1]

    assert as_read(cells[1]) == as_read(title)
    for signs, parts in ((_SIGNS, [cells[1]]), ("=@", re.split("[;,]", cells[1]))):
        assert not any(part.strip(" \u200b\ufeff").startswith(tuple(signs)) for part in parts)
    assert len(written.splitlines()) == 2


def test_text_has_one_table_a_department_and_then_a_total(report: Unanswered) -> None:
    text = unanswered_text(report, language("nb"), NAMES).replace("\u00a0", " ")

    assert text.startswith("Ubesvarte brev per 3. februar 2023\n\nHOD – Helse- og omsorgs")
    assert "Foreløpig svar · lovet våren 2023" in text
    assert "Innen fristen" in text
    assert "Kommuneløft (sendt til KMD)" in text
    assert "1 ubesvart, 1 over fristen, 0 foreløpige svar; det eldste ble sendt 30. nov" in text
    assert text.endswith("\n\nI alt: 3 ubesvarte, 1 over fristen, 1 foreløpig svar.\n")


def test_text_speaks_nynorsk_and_english_too(report: Unanswered) -> None:
    nynorsk = unanswered_text(report, language("nn"), NAMES).replace("\u00a0", " ")
    english = unanswered_text(report, language("en"), NAMES).replace("\u00a0", " ")

    assert "I alt: 3 utan svar, 1 over fristen, 1 førebels svar." in nynorsk
    assert "In all: 3 unanswered, 1 overdue, 1 interim reply." in english


def test_a_day_without_open_answers_is_one_sentence() -> None:
    nothing = Unanswered(date(2020, 10, 1), (), ())

    text = unanswered_text(nothing, language("nb"), {}).replace("\u00a0", " ")

    assert text == "Ingen ubesvarte brev per 1. oktober 2020.\n"
    document = json.loads(unanswered_json(BothDirections(nothing, None, ()), NB))
    assert document.pop("made_from").startswith("Gjelder brev og notater")
    assert document == {
        "report": "unanswered",
        "as_of": "2020-10-01",
        "changed_since": None,
        "rows": [],
        "departments": [],
        "changes": [],
        "owed_by_us": [],
    }


def row(title: str) -> OpenAnswer:
    return OpenAnswer(
        letter="L2023-01",
        title=title,
        kind=LetterKind.LETTER,
        department="HOD",
        addressed_to="HOD",
        sent=Edtf("2023-01-02"),
        due=date(2023, 2, 2),
        promised=None,
        state=ObligationState.OVERDUE,
        days_open=32,
        working_days_overdue=1,
        working_days_open=24,
        follow_ups=0,
        last_follow_up=None,
        area=None,
    )
