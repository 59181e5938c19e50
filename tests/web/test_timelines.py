"""What was between us and whom, and what belongs to a theme, as the secretariat sees it."""

from collections.abc import Iterator
from datetime import date

import pytest

from tilsvar.commands.areas import register_area
from tilsvar.commands.belonging import take_from_theme
from tilsvar.commands.council import register_organisation, succeed
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.meetings import hold_meeting, schedule_meeting
from tilsvar.commands.notes import take_note
from tilsvar.commands.promises import give_promise
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.timelines import themes_of
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from, plain, undone
from tilsvar.tests.web.visitor import House, hand_out

THEME = "T-LOFT"


@pytest.fixture
def work(house: House) -> Iterator[UnitOfWork]:
    """The council in which a theme has begun; what is done is committed in the end."""
    with house.app.office.work(by="SEK1") as work:
        for key, name in (
            ("KMD", "Kommunal- og moderniseringsdepartementet"),
            ("KDD", "Kommunal- og distriktsdepartementet"),
        ):
            register_organisation(work, key=key, name=name, kind="ministry")
        succeed(work, organisation="KMD", successor="KDD", on=date(2022, 1, 1))
        register_area(work, key="KOMMUNE", name="Kommunene")
        register_theme(
            work, key=THEME, title="Et kunnskapsløft for kommunene", area="KOMMUNE", stage=None
        )
        register_theme(work, key="T-HELSE", title="Helsedata")
        work.commit()
        yield work


@pytest.fixture
def told(work: UnitOfWork) -> UnitOfWork:
    """A letter in the theme's area and its answers, and meetings whose titles name it."""
    send_letter(
        work,
        key="L2020-02",
        title="Forankring av rapport",
        sent=Edtf("2020-06-30"),
        recipients=["HOD", "KMD"],
        area="KOMMUNE",
    )
    for who in ("HOD", "KMD"):
        receive_reply(
            work, letter="L2020-02", sender=who, received=Edtf("2020-09"), summary="Støtter det"
        )
    for key, title, on in (
        ("M2022-08", "Dialogmøte om et kunnskapsløft for kommunene", "2022-09-27"),
        ("M2023-02", "Oppfølgingsmøte om ET KUNNSKAPSLØFT FOR KOMMUNENE", "2023-05-16"),
        ("M2022-01", "Dialog om noe annet", "2022-02-02"),
    ):
        schedule_meeting(
            work,
            key=key,
            kind=MeetingKind.DIALOGUE,
            title=title,
            time=MeetingTime(Edtf(on)),
            participants=["HOD", "KDD"],
        )
    hold_meeting(work, meeting="M2022-08")
    work.commit()
    return work


@pytest.fixture
def desk(house: House) -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def lines(page: Page) -> list[str]:
    """The titles on the timeline, from above."""
    return [
        title
        for each in page.all(".//ol")
        if each.get("class") == "line"
        for title in ("".join(link.itertext()) for link in each.iter("a"))
    ]


@pytest.mark.usefixtures("told")
def test_a_theme_shows_all_that_belongs_to_it_and_why(desk: Reader) -> None:
    page = desk.open(f"/themes/{THEME}")
    said = plain(page)

    assert lines(page) == [
        "Oppfølgingsmøte om ET KUNNSKAPSLØFT FOR KOMMUNENE",
        "Dialogmøte om et kunnskapsløft for kommunene",
        "Svar på Forankring av rapport",
        "Svar på Forankring av rapport",
        "Forankring av rapport",
    ]
    assert "tittelen nevner temaet" in said
    assert "Brev · HOD og KMD · gjennom området" in said
    assert "KMD · Støtter det" in said
    assert "Siste kontakt 27. september 2022: Dialogmøte" in said
    assert "Neste planlagte 16. mai 2023: Oppfølgingsmøte" in said


@pytest.mark.usefixtures("told")
def test_the_successor_has_what_was_between_us_and_whom_it_took_over_from(desk: Reader) -> None:
    page = desk.open("/organisations/KDD")

    assert lines(page) == [
        "Oppfølgingsmøte om ET KUNNSKAPSLØFT FOR KOMMUNENE",
        "Dialogmøte om et kunnskapsløft for kommunene",
        "Dialog om noe annet",
        "Svar på Forankring av rapport",
        "Forankring av rapport",
    ]
    assert "Stille siden 27. september 2022 · 129 dager" in plain(page)
    assert desk.open("/organisations/NFD").section("between").startswith("Mellom oss Ingenting")


@pytest.mark.usefixtures("told")
def test_what_does_not_belong_is_taken_out_and_what_does_is_added(desk: Reader) -> None:
    page = desk.open(f"/themes/{THEME}/timeline")
    assert "Dialog om noe annet" not in lines(page)
    linked = {"theme": THEME, "kind": "letter", "thing": "L2020-02", "back": "timeline"}

    page = desk.send("/belonging/take", **linked)
    assert "«Forankring av rapport» er tatt ut av temaet «Et kunnskapsløft" in page.text
    assert "Svar på Forankring av rapport" not in lines(page)
    again = desk.send("/belonging/take", **linked)
    assert "er tatt ut av temaet" in again.text
    page = undone(desk, page)
    assert "Svar på Forankring av rapport" in lines(page)

    page = desk.open(f"/themes/{THEME}/things?q=noe+annet")
    assert "Dialog om noe annet" in page.section("candidates")
    page = desk.send("/belonging/add", theme=THEME, kind="meeting", thing="M2022-01", back="things")
    assert "hører til temaet" in page.text
    assert "lagt til av Person SEK1" in desk.open(f"/themes/{THEME}/timeline").text
    assert "M2022-01 ble lagt til i temaet." in desk.open(f"/themes/{THEME}").text


@pytest.mark.usefixtures("told")
def test_a_thing_is_added_to_a_theme_on_its_own_page(desk: Reader, house: House) -> None:
    assert "Et kunnskapsløft for kommunene gjennom området" in desk.open(
        "/letters/L2020-02"
    ).section("themes")

    page = desk.send("/belonging/letter/L2020-02", 422, theme="")
    assert "Fyll ut" in page.text or "Fyll inn" in page.text
    assert "Velg en av disse" in desk.send("/belonging/letter/L2020-02", 422, theme="T-9").text
    page = desk.send("/belonging/letter/L2020-02", theme="T-HELSE")
    assert "«Forankring av rapport» hører til temaet «Helsedata»." in page.text
    with house.app.office.reading() as now:
        assert list(themes_of(now, Kind.LETTER, "L2020-02")) == ["T-HELSE", THEME]
    page = undone(desk, page)
    assert "Helsedata" not in page.section("themes")

    assert desk.open("/belonging/deadline/D1", 404).status == 404
    desk.send("/belonging/add", 404, theme="T-9", kind="letter", thing="L2020-02")
    desk.send("/belonging/add", 404, theme=THEME)


@pytest.mark.usefixtures("told")
def test_what_was_said_is_noted_found_corrected_and_withdrawn(desk: Reader) -> None:
    form = desk.open(f"/notes/new?organisation=HOD&theme={THEME}")
    chosen = [each.get("value") for each in form.all(".//option") if "selected" in each.attrib]
    assert chosen == ["HOD", "SEK1", THEME]

    wrong = desk.send("/notes/new", 422, organisation="HOD", on="5.2.2023", text="Hei", who="SEK1")
    assert "kan ikke være sagt 5. februar 2023" in plain(wrong)
    page = desk.send(
        "/notes/new",
        organisation="HOD",
        on="1.2.2023",
        text="De vil se et regnestykke",
        who="SEK1",
        theme=THEME,
    )
    assert "Samtalenotatet er registrert." in page.text
    assert lines(desk.open("/organisations/HOD"))[1] == "De vil se et regnestykke"
    assert lines(desk.open(f"/themes/{THEME}"))[1] == "De vil se et regnestykke"
    assert "Stille siden" not in desk.open("/organisations/HOD").text
    assert "De vil se et regnestykke" in desk.open("/search?q=regnestykke").text

    page = desk.send("/notes/N2023-01/withdraw", made_from=made_from(page), why="Feil aktør")
    assert "Notatet er trukket tilbake" in page.text
    assert "regnestykke" not in desk.open("/organisations/HOD").text
    assert (
        "regnestykke" not in desk.open("/search?q=regnestykke").section("found-note")
        if ("found-note" in desk.open("/search?q=regnestykke").html)
        else True
    )
    page = undone(desk, page)
    assert "De vil se et regnestykke" in lines(desk.open("/organisations/HOD"))


@pytest.mark.usefixtures("told")
def test_a_promise_is_given_in_a_meeting_and_kept(desk: Reader) -> None:
    meeting = desk.open("/meetings/M2022-08")
    [link] = [each for each in meeting.links() if each.startswith("/promises/new")]
    form = desk.open(link)
    fields = {"said_in": "meeting:M2022-08", "organisation": "KDD", "what": "Et utkast til mandat"}
    assert 'value="27. september 2022"' in form.html.replace("\u00a0", " ")

    early = {"given": "27.9.2022", "by_when": "2021"}
    wrong = desk.send("/promises/new", 422, **fields, **early)
    assert "Se over de to datoene" in wrong.text
    [me] = [each.get("value") for each in form.all(".//option") if "selected" in each.attrib][-1:]
    told = {"given": "27.9.2022", "by_when": "2022-12", "theme": THEME, "responsible": me}
    page = desk.send("/promises/new", **fields, **told)
    assert "Løftet er registrert." in page.text
    assert "Ikke holdt i desember 2022" in plain(page)
    assert "Ansvarlig Person SEK1" in page.section("facts")
    assert "Et utkast til mandat" in desk.open("/meetings/M2022-08").section("promised")
    assert "Ikke holdt i desember 2022" in plain(desk.open("/organisations/KDD"))

    page = desk.send("/promises/P2022-01/keep", made_from=made_from(page), on="10.1.2023")
    assert "Løftet er registrert som holdt." in page.text
    assert "Holdt 10. jan. 2023" in plain(desk.open(f"/themes/{THEME}"))
    page = undone(desk, page)
    assert "Løftet er åpent igjen." in page.text

    stale = made_from(desk.open("/promises/P2022-01/move"))
    page = desk.send("/promises/P2022-01/move", made_from=stale, by_when="1. mai 2023")
    assert "Skal være holdt 1. mai 2023" in plain(page)
    assert desk.send("/promises/P2022-01/drop", 409, made_from=stale).status == 409
    page = undone(desk, page)
    assert "Ikke holdt i desember 2022" in plain(page)


def test_the_whole_timeline_is_turned_by_date(desk: Reader, work: UnitOfWork) -> None:
    for number in range(1, 71):
        on = Edtf(f"20{10 + number % 10}-03-{number % 27 + 1:02}")
        take_note(work, organisation="NFD", text=f"Samtale {number}", on=on, theme=THEME)
    give_promise(work, organisation="NFD", what="Kommer", by_when=Edtf("2023-06"), theme=THEME)
    work.commit()

    for place in ("/organisations/NFD", f"/themes/{THEME}"):
        page = desk.open(place)
        assert len(lines(page)) == 31
        first = desk.open(f"{place}/timeline")
        [older] = [each for each in first.links() if "before=" in each]
        second = desk.open(older)
        found = [*lines(first)[1:], *lines(second)]
        assert len(found) == 71
        assert len(set(found)) == 71
        assert not [each for each in second.links() if "before=" in each]
        assert "Det er ikke mer." in desk.open(f"{place}/timeline?before=0").text


def test_what_was_taken_out_by_hand_stays_out_whatever_is_corrected(
    desk: Reader, told: UnitOfWork
) -> None:
    take_from_theme(told, theme=THEME, kind=Kind.LETTER, key="L2020-02")
    told.commit()

    form = desk.open(f"/themes/{THEME}/correct")
    desk.send(
        f"/themes/{THEME}/correct", made_from=made_from(form), title="Rapport", area="KOMMUNE"
    )

    assert lines(desk.open(f"/themes/{THEME}")) == []
