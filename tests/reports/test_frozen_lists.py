"""Lists of arrears: what was frozen stays as it was, and the next report tells what has changed."""

import json
from datetime import date
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.letters import sign_off
from tilsvar.commands.snapshots import keep_snapshot
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, SignOffCode
from tilsvar.domain.snapshots import UNANSWERED, FrozenAhead, FrozenUnchanged, Quarter, Snapshot
from tilsvar.reports.asked import Asked
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.document import Document, Table
from tilsvar.reports.documents.formats import House
from tilsvar.reports.freezing import written_to_freeze
from tilsvar.reports.unanswered import unanswered
from tilsvar.reports.unanswered_change import Became, change, in_a_sentence
from tilsvar.store.event_log import history
from tilsvar.store.report_tables import file_of, list_snapshots
from tilsvar.tests.reports.council import Council
from tilsvar.tests.reports.pango import without_pango
from tilsvar.wording.language import language
from tilsvar.workers.freezing import look_for_quarter, quarter_to_freeze

HOUSE = House("Rådet", "http://localhost:8000")


def freeze(council: Council, as_of: str, note: str = "") -> Snapshot:
    """As the page does it: written first, then kept."""
    with council.reading() as work:
        written = written_to_freeze(work, Edtf(as_of).day, HOUSE, note)
    with council.work() as work:
        found = keep_snapshot(
            work,
            report=UNANSWERED,
            as_of=Edtf(as_of).day,
            rows=written.rows,
            files=written.files,
            note=note,
        )
        work.commit()
    return found


def tick(council: Council) -> None:
    """The scheduler looks at the quarter, and whoever works does what it rings for."""
    look_for_quarter(council.app.office)
    for name in council.bell.of("freeze"):
        council.app.handlers()["freeze"](name)
    council.bell.lose()


def frozen(council: Council) -> list[Snapshot]:
    with council.reading() as work:
        return list_snapshots(work.session, UNANSWERED)


def table(document: Document, name: str) -> Table:
    return next(each for each in document.tables if each.name == name)


def report(council: Council, day: str) -> Document:
    with council.reading() as work:
        return made(work, REPORTS[UNANSWERED], Asked(Edtf(day).day), language("nb"))


def test_a_quarter_that_is_over_is_frozen_once_with_its_files(council: Council) -> None:
    council.today_is("2022-11-01")
    letter = council.send("2022-10-03", "NFD")
    council.today_is("2023-01-02")

    tick(council)
    tick(council)

    [found] = frozen(council)
    assert (found.key, found.quarter, found.by) == ("2022-12-31", "2022-Q4", "clock")
    assert [row["letter"] for row in found.rows] == [letter]
    assert set(found.files) == {"json", "docx", "pdf"}
    with council.reading() as work:
        for ending, digest in found.files.items():
            file = file_of(work.session, found.key, ending)
            assert file is not None
            assert sha256(file.content).hexdigest() == digest
        word = file_of(work.session, found.key, "docx")
        assert word is not None
        assert ZipFile(BytesIO(word.content)).testzip() is None
        told = history(work.session, Kind.SNAPSHOT, "2022-12-31")
    assert [(each.event.name, each.by) for each in told] == [("SnapshotFrozen", "clock")]


def test_where_no_pdf_can_be_made_the_list_is_frozen_without_it(council: Council) -> None:
    council.today_is("2022-11-01")
    council.send("2022-10-03", "NFD")
    council.today_is("2023-01-02")

    with without_pango():
        tick(council)

    assert set(frozen(council)[0].files) == {"json", "docx"}


def test_what_comes_afterwards_changes_nothing_that_was_frozen(council: Council) -> None:
    council.today_is("2022-11-01")
    letter = council.send("2022-10-03", "NFD")
    council.today_is("2023-01-02")
    tick(council)
    with council.reading() as work:
        before = [file_of(work.session, "2022-12-31", each) for each in ("json", "docx", "pdf")]

    council.receive(letter, "NFD", "2022-12-20")

    assert not table(report(council, "2022-12-31"), "letters").rows
    assert [row["letter"] for row in frozen(council)[0].rows] == [letter]
    with council.reading() as work:
        after = [file_of(work.session, "2022-12-31", each) for each in ("json", "docx", "pdf")]
    assert after == before


def test_nothing_is_frozen_for_a_quarter_at_whose_end_nothing_was_registered(
    council: Council,
) -> None:
    assert quarter_to_freeze(council.app.office) is None

    tick(council)

    assert frozen(council) == []


def test_two_processes_that_freeze_the_same_quarter_leave_one_list(council: Council) -> None:
    council.today_is("2022-11-01")
    council.send("2022-10-03", "NFD")
    council.today_is("2023-01-02")

    for _ in range(2):
        look_for_quarter(council.app.office)
    assert council.bell.of("freeze") == ["2022-Q4", "2022-Q4"]
    for name in council.bell.of("freeze"):
        council.app.handlers()["freeze"](name)

    assert len(frozen(council)) == 1


def test_the_next_report_tells_what_is_new_what_was_answered_and_how_much_older_the_rest_is(
    council: Council,
) -> None:
    answered = council.send("2022-10-03", "NFD", "HOD", title="Besvart av en")
    noted = council.send("2022-10-04", "KD", title="Tatt til etterretning")
    freeze(council, "2022-12-31")
    new = council.send("2023-01-10", "KDD", title="Nytt")
    council.receive(answered, "NFD", "2023-01-20")
    with council.work() as work:
        sign_off(work, letter=noted, recipient="KD", code=SignOffCode.NOTED, on=Edtf("2023-01-21"))
        work.commit()

    with council.reading() as work:
        found = change(work, unanswered(work, date(2023, 2, 3)))
        assert found is not None
        assert change(work, unanswered(work, date(2022, 12, 31))) is None

    assert found.older == 34
    assert [(row.became, row.letter, row.department) for row in found.rows] == [
        (Became.NEW, new, "KDD"),
        (Became.ANSWERED, answered, "NFD"),
        (Became.CLOSED, noted, "KD"),
        (Became.OPEN, answered, "HOD"),
    ]
    assert in_a_sentence(found, language("nb")) == (
        "Siden listen per 31.\N{NO-BREAK SPACE}desember 2022: 1 ny, 1 besvart, 1 ute av listen "
        "uten svar, 1 fortsatt ubesvart. Det som fortsatt er ubesvart, er nå 34 dager eldre."
    )
    changes = table(report(council, "2023-02-03"), "changes").rows
    assert [tuple(row[-2:]) for row in changes] == [(None, 24), (89, None), (88, None), (89, 123)]


def test_a_list_is_frozen_by_hand_with_a_note_and_not_twice_while_nothing_has_changed(
    council: Council,
) -> None:
    council.send("2022-10-03", "NFD")

    first = freeze(council, "2023-02-03", "Til Arkivverket")
    with pytest.raises(FrozenUnchanged):
        freeze(council, "2023-02-03", "Til Arkivverket")
    council.send("2023-02-01", "KD")
    second = freeze(council, "2023-02-03")

    assert [first.key, second.key] == ["2023-02-03", "2023-02-03-2"]
    assert (first.note, first.by, first.quarter) == ("Til Arkivverket", "SEK1", "")
    with pytest.raises(FrozenAhead):
        freeze(council, "2023-02-04")


def test_the_json_that_is_frozen_is_that_of_the_report(council: Council) -> None:
    letter = council.send("2022-10-03", "NFD")

    found = freeze(council, "2022-12-31")

    with council.reading() as work:
        file = file_of(work.session, found.key, "json")
    assert file is not None
    told = json.loads(file.content)
    assert told["as_of"] == "2022-12-31"
    assert [row["letter"] for row in told["rows"]] == [letter]
    assert told["rows"] == [dict(row) for row in found.rows]


def test_what_we_owe_others_are_the_consultations_that_wait_for_us(council: Council) -> None:
    with council.work() as work:
        for key, deadline in (("C1", "2023-01-20"), ("C2", "2023-03-01"), ("C3", None)):
            publish_consultation(
                work,
                key=key,
                title=f"Høring {key}",
                publisher="KMD",
                published=Edtf("2022-12-01"),
                deadline=Edtf(deadline) if deadline else None,
            )
        publish_consultation(
            work, key="C4", title="Senere", publisher="HOD", published=Edtf("2023-03-01")
        )
        work.commit()

    rows = table(report(council, "2023-02-03"), "owed_by_us").rows

    assert [(row[1].text, row[3], row[4]) for row in rows] == [  # type: ignore[union-attr] # Linked
        ("Høring C1", "KDD", "14 dager over fristen"),
        ("Høring C2", "KDD", "før fristen"),
        ("Høring C3", "KDD", "uten frist"),
    ]


def test_a_consultation_of_unknown_date_waits_for_us_from_three_months_before_its_deadline(
    council: Council,
) -> None:
    council.today_is("2023-02-03")
    with council.work() as work:
        for key, deadline in (("C1", "2022-03-01"), ("C2", "2023-06-15"), ("C3", None)):
            publish_consultation(
                work,
                key=key,
                title=f"Høring {key}",
                publisher="KD",
                deadline=Edtf(deadline) if deadline else None,
            )
        work.commit()

    def owed(day: str) -> list[str]:
        rows = table(report(council, day), "owed_by_us").rows
        return [row[1].text for row in rows]  # type: ignore[union-attr] # Linked

    assert owed("2021-11-29") == []
    assert owed("2021-11-30") == owed("2023-02-02") == ["Høring C1"]
    assert owed("2023-02-03") == ["Høring C1", "Høring C2", "Høring C3"]


@pytest.mark.parametrize(
    ("day", "quarter", "last"),
    [
        ("2023-01-01", "2022-Q4", "2022-12-31"),
        ("2023-03-31", "2022-Q4", "2022-12-31"),
        ("2023-04-01", "2023-Q1", "2023-03-31"),
        ("2024-07-01", "2024-Q2", "2024-06-30"),
        ("2023-12-31", "2023-Q3", "2023-09-30"),
    ],
)
def test_a_quarter_is_over_on_the_day_after_its_last(day: str, quarter: str, last: str) -> None:
    found = Quarter.ended_before(Edtf(day).day)

    assert found.name == quarter
    assert found.last.isoformat() == last
    assert Quarter.named(quarter) == found
