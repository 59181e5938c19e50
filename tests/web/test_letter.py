"""One letter: its answers, its correspondence, what belongs to it, and what happened."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.follow_ups import approve_follow_up, drafts
from tilsvar.commands.letters import move_answer_due, receive_reply, send_letter, sign_off
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind, SignOffCode
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import (
    HandBell,
    MakeApp,
    answer,
    pass_time,
    set_clock,
    settle_in,
    with_bell,
)
from tilsvar.tests.web.conftest import ReadAt
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.serving import served


def test_an_overdue_answer_explains_its_date(reader: Reader) -> None:
    page = reader.open("/letters/L2022-06")

    panel = page.section("answers")
    for said in (
        "Nærings- og fiskeridepartementet Over fristen 65 virkedager",
        "Regel Brev skal være besvart innen én måned. Rådets egen regel, ikke et lovkrav.",
        "Sendt mandag 3. oktober 2022",
        "Én måned etter torsdag 3. november 2022",
        "65 virkedager, fra 4. november 2022 til i dag. Helger og 2. juledag",
        "(mandag 26. desember) er ikke talt.",
        "Endret aldri",
    ):
        assert said in panel


def test_a_date_on_a_saturday_tells_what_was_skipped(reader: Reader) -> None:
    panel = reader.open("/letters/L2021-03").section("answers")

    assert "Hoppet over 8. mai var lørdag" in panel
    assert "Svarfrist mandag 10. mai 2021" in panel


def test_a_letter_to_three_ministries_has_three_answers_and_one_explanation(
    read_at: ReadAt,
) -> None:
    page = read_at("2020-08-15T12:00:00+02:00").open("/letters/L2020-02")

    panel = page.section("answers")
    assert panel.startswith("Tre forventede svar, ingen avsluttet Svarfrist torsdag 30. juli 2020")
    assert page.texts(".//h3") == [
        "Helse- og omsorgsdepartementet",
        "Kommunal- og moderniseringsdepartementet",
        "Kunnskapsdepartementet",
    ]
    assert panel.count("departementet Over fristen 11 virkedager") == 3
    assert panel.count("Slik er fristen regnet ut") == 1


def test_what_came_of_the_letter_stands_newest_first(reader: Reader) -> None:
    thread = reader.open("/letters/L2020-02").section("thread")

    order = ["Svar fra HOD september 2020", "Støtter strukturen", "Brev til HOD, KMD og KD"]
    assert [thread.index(each) for each in order] == sorted(thread.index(each) for each in order)


def test_a_submission_expects_nothing_and_leads_to_the_consultation_that_it_answers(
    reader: Reader,
) -> None:
    page = reader.open("/letters/L2022-10")

    assert page.section("answers").startswith("Svar ventes ikke")
    assert "Slik er fristen regnet ut" not in page.text
    assert "/consultations/C2023-01" in page.links()


def test_meetings_with_the_recipient_belong_to_the_letter(reader: Reader) -> None:
    related = reader.open("/letters/L2022-06").section("related")

    assert "Toppledermøte om norsk helsenæring Møte hos andre · HOD og NFD" in related
    assert "Dialogmøte · HOD, KDD, NFD og tre andre" in related


@pytest.fixture
def told(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell
) -> tuple[App, HandBell]:
    """A council whose letter to HOD, KD and NFD went out on 3 October 2022."""
    start = datetime(2022, 10, 3, 8, tzinfo=UTC)
    app = with_bell(make_app(sqlite.migrated(tmp_path), now=start), bell)
    settle_in(app.office)
    with app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L2022-01",
            title="Et spørsmål",
            sent=Edtf("2022-10-03"),
            recipients=["HOD", "KD", "NFD"],
            responsible="SEK1",
        )
        work.commit()
    answer(app, bell)
    return app, bell


def read(app: App, path: str) -> Page:
    with served(app) as address:
        reader = Reader(address)
        page = reader.open(path)
        reader.close()
    return page


def test_the_next_reminder_is_told_before_it_goes_and_its_sending_afterwards(
    told: tuple[App, HandBell],
) -> None:
    app, bell = told
    before = read(app, "/letters/L2022-01")
    assert "Neste påminnelse torsdag 3. november 2022" in before.section("answers")
    assert "Venter på svar" in before.section("answers")
    assert "Tilsvar minnet" not in before.section("history")

    for day in ((2022, 11, 3), (2022, 11, 17)):
        pass_time(app, bell, datetime(*day, 7, tzinfo=UTC))

    after = read(app, "/letters/L2022-01")
    assert "Tilsvar minnet Person SEK1." in after.section("history")
    assert "Neste påminnelse torsdag 15. desember 2022, også til rådsleder" in after.section(
        "answers"
    )


def test_answers_that_differ_each_tell_their_own_story(told: tuple[App, HandBell]) -> None:
    app, _ = told
    set_clock(app.office, datetime(2022, 10, 20, 8, tzinfo=UTC))
    with app.office.work(by="SEK1") as work:
        receive_reply(
            work,
            letter="L2022-01",
            sender="HOD",
            received=Edtf("2022-10-14"),
            kind=ReplyKind.INTERIM,
            promised=Edtf("../2023-04-01"),
            summary="Saken krever mer tid.",
        )
        sign_off(
            work,
            letter="L2022-01",
            recipient="KD",
            code=SignOffCode.NOTED,
            on=Edtf("2022-10-18"),
            note="Avklart i møte.",
        )
        move_answer_due(
            work, letter="L2022-01", recipient="NFD", day=date(2022, 12, 1), why="avtalt"
        )
        work.commit()

    page = read(app, "/letters/L2022-01")

    panel, thread = page.section("answers"), page.section("thread")
    assert "Tre forventede svar, ett avsluttet" in panel
    assert "Foreløpig svar lovet innen 1. april 2023" in panel
    assert "Avskrevet 18. okt. 2022, TE (tatt til etterretning)" in panel
    assert "Svarfrist torsdag 1. desember 2022" in panel
    moved = "20. oktober 2022 av Person SEK1: fra 3. november 2022 til 1. desember 2022."
    assert f"Endret {moved}" in panel
    assert "Saken krever mer tid. Lovet svar innen 1. april 2023." in thread
    assert "Avklart i møte." in thread


def test_a_follow_up_stands_in_the_thread_of_the_letter_that_it_asks_about(
    told: tuple[App, HandBell],
) -> None:
    app, _ = told
    set_clock(app.office, datetime(2022, 11, 30, 12, tzinfo=UTC))
    with app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L2022-02",
            title="Purring",
            sent=Edtf("2022-11-30"),
            recipients=["NFD"],
            follows_up=("L2022-01",),
        )
        work.commit()

    page, follow_up = read(app, "/letters/L2022-01"), read(app, "/letters/L2022-02")

    assert "Purring nr. 1 til NFD 30. november 2022" in page.section("thread")
    assert "Purringer én sendt, sist 30. november 2022" in page.section("answers")
    assert page.section("answers").count("Purringer ingen sendt") == 2
    assert "Brevet som dette purrer på" in follow_up.section("related")


def test_a_drafted_follow_up_is_read_on_the_page_of_each_letter_that_it_asks_about(
    told: tuple[App, HandBell],
) -> None:
    app, bell = told
    pass_time(app, bell, datetime(2022, 12, 15, 8, tzinfo=UTC))

    page = read(app, "/letters/L2022-01")

    thread = page.section("thread")
    assert "Purring nr. 1 til NFD Utkast 15. desember 2022" in thread
    assert "Vi kan ikke se at vi har mottatt svar" in thread
    assert "Ingenting sendes før noen godkjenner." in thread
    assert "Tilsvar laget utkast til purring nr. 1" in page.section("history")


def test_while_a_follow_up_is_out_the_letter_says_which_reminder_comes_next(
    told: tuple[App, HandBell],
) -> None:
    app, bell = told
    pass_time(app, bell, datetime(2022, 12, 15, 8, tzinfo=UTC))
    with app.office.work(by="SEK1") as work:
        ours = next(each for each in drafts(work) if each.department == "NFD")
        sent_as = approve_follow_up(work, follow_up=ours.key, words=FollowUpWords()).key
        work.commit()

    page = read(app, "/letters/L2022-01")

    assert f"når svaret på purringen {sent_as} er over fristen" in page.section("answers")
    assert "Purring nr. 1 til NFD 15. desember 2022" in page.section("thread")
