"""The front page on 3 February 2023: what needs somebody, what is ahead, what others owe."""

import re
from pathlib import Path

import pytest

from tilsvar.commands.council import register_person
from tilsvar.domain.kinds import Role
from tilsvar.store.migrate import migrate
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp
from tilsvar.tests.web.conftest import ReadAt
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served


def test_what_needs_somebody_is_counted_said_and_led_to(reader: Reader) -> None:
    page = reader.open("/")

    needs = page.section("now")
    assert "To svar har ikke kommet innen fristen." in needs
    assert "NFD siden 3. november 2022, HOD siden 10. mai 2021" in needs
    assert "Ett foreløpig svar har ingen lovet dato." in needs
    assert "Fire kronikkutkast har ligget urørt i mer enn 14 dager." in needs
    assert "Åtte tidligere møter mangler utfall." in needs
    assert {"/letters?state=overdue", "/letters/L2021-02", "/today/op-eds"} <= page.links()


def test_a_line_leads_to_the_list_of_all_that_it_counts(reader: Reader) -> None:
    titles = reader.open("/today/meetings").texts(".//main//a")

    assert "Rådsmøte 05/16" in titles
    assert len([each for each in titles if each.startswith("Rådsmøte 0")]) == 7
    assert reader.open("/today/nothing-such", 404)


def test_the_deadlines_stand_by_week_month_and_without_a_day(reader: Reader) -> None:
    ahead = reader.open("/").section("deadlines")

    order = (
        "Denne uken",
        "i dag kl. 10.00",
        "Rådsmøte 1/2023",
        "Februar",
        "fre. 17. februar",
        "Mars og april",
        "innen 8. mars",
        "NOU fra Kvinnehelseutvalget",
        "april 2023",
        "lør. 15. april",
        "Senere",
        "tir. 16. mai",
        "Uten fast dag",
        "våren 2023",
        "Folkehelsemeldingen",
        "i løpet av 2024",
    )
    places = [ahead.index(each) for each in order]
    assert places == sorted(places)


def test_the_next_council_meeting_and_what_others_owe_stand_beside(reader: Reader) -> None:
    page = reader.open("/")

    assert "I dag kl. 10.00–15.00 Forskningsrådet, møterom Hassel 2" in page.section("meeting")
    owed = page.section("waiting")
    assert "NFD · 65 virkedager over fristen" in owed
    assert "HOD · 444 virkedager over fristen" in owed
    assert "HOD · foreløpig svar februar 2021" in owed


def test_around_the_council_meeting_stand_its_papers_minutes_and_approval(
    reader: Reader,
) -> None:
    page = reader.open("/")

    steps = page.section("meeting")
    for each in (
        "Sakspapirer ut Frist fredag 27. januar, ikke registrert som sendt",
        "Møte I dag",
        "Referat ut Innen fredag 17. februar",
        "Merknadsfrist Fredag 24. februar",
        "Godkjenning Neste rådsmøte, dato ikke satt",
    ):
        assert each in steps
    assert "Referat fra Rådsmøte 1/2023 sendes rådet 10 virkedager etter møtet" in page.section(
        "deadlines"
    )
    told = reader.open("/meetings/M2023-01").section("facts")
    assert "Referat ut Innen fredag 17. februar" in told
    past = reader.open("/meetings/M2022-13").section("facts")
    assert "Referat ut Sendt innen 12. desember 2022" in past
    assert "Sakspapirer" not in past


def test_departments_whose_answers_stand_alike_are_named_together(read_at: ReadAt) -> None:
    page = read_at("2020-08-15T12:00:00+02:00").open("/")

    assert "Tre svar har ikke kommet innen fristen." in page.section("now")
    assert "HOD, KMD og KD · 11 virkedager over fristen" in page.section("waiting")


def test_a_new_installation_has_nothing_to_say_and_says_so(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    app = make_app(sqlite.migrated(tmp_path))
    with app.office.work(by="cli") as work:
        email, role = "kari@ho21.example", Role.SECRETARIAT
        register_person(work, key="SEK1", name="Kari", email=email, role=role)
        work.commit()
    with served(app) as address:
        reader = Reader(address)
        today = reader.open("/")
        letters, past = reader.open("/letters"), reader.open("/history")
        report = reader.open("/reports/unanswered")
        reader.close()

    steps = today.section("now").split("Tre ting å gjøre først: ")[1]
    assert re.findall(r"tilsvar \w+", steps) == ["tilsvar import", "tilsvar user", "tilsvar doctor"]
    assert "Ingen frister ligger foran." in today.section("deadlines")
    assert "Ingen rådsmøter er planlagt." in today.section("meeting")
    assert "Alle har svart." in today.section("waiting")
    assert "Demo" not in today.text
    assert "Ingen brev er registrert ennå." in letters.text
    assert "Kari ble registrert" in past.text
    assert "Ingen ubesvarte brev per 3. februar 2023." in report.text


@pytest.mark.parametrize("path", ["/", "/letters/L2022-06", "/reports/unanswered"])
def test_without_a_schema_there_is_one_sentence_and_no_traceback(
    make_app: MakeApp, tmp_path: Path, path: str
) -> None:
    app = make_app(f"sqlite:///{tmp_path / 'empty.db'}")
    with served(app) as address:
        reader = Reader(address)
        page = reader.open(path, 503)
        migrate(app.office.engine)
        reader.open("/sign-in")
        reader.close()

    assert "Tilsvar får ikke tak i dataene sine akkurat nå." in page.text
    assert "sqlite" not in page.html.lower()
