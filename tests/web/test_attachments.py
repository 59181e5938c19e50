"""Files are attached in the browser's own way, fetched by whoever may, and withdrawn."""

from io import BytesIO
from pathlib import Path

import pytest

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import OpEdStatus, Role
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.people import Person
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.web.reader import OWN, Page, Reader
from tilsvar.tests.web.visitor import House, hand_out

Files = list[tuple[str, tuple[str, bytes, str]]]


@pytest.fixture
def filled(house: House) -> House:
    with house.app.office.work(by="SEK1") as work:
        send_letter(
            work, title="Helsenæring", sent=Edtf("2023-01-10"), recipients=["HOD", "KD"], key="L1"
        )
        schedule_meeting(work, title="Rådsmøte", time=MeetingTime(Edtf("2023-03-10")), key="M1")
        start_op_ed(work, title="Helsedata for alle", key="O1", status=OpEdStatus.DRAFT)
        publish_consultation(work, title="Ny helselov", publisher="HOD", key="C1")
        work.add(Person.join("OBS", "Observatør", "obs@ho21.example", Role.OBSERVER))
        work.commit()
    return house


def signed_in(house: House, email: str = "sek1@ho21.example") -> Reader:
    visitor = house.visitor()
    visitor.send(hand_out(house, email))
    return visitor


@pytest.fixture
def desk(filled: House) -> Reader:
    return signed_in(filled)


def named(name: str, content: bytes) -> tuple[str, tuple[str, bytes, str]]:
    """As a browser sends it; what it says of the type is not believed."""
    return ("files", (name, content, "text/html"))


def send(
    desk: Reader,
    thing: str,
    *files: tuple[str, tuple[str, bytes, str]],
    status: int = 200,
    use: str,
) -> Page:
    """What comes after the form with these files was sent."""
    answer = desk.client.post(
        f"{thing}/attachments",
        data={"use": use},
        files=list(files),
        headers=OWN,
        follow_redirects=True,
    )
    return desk.read(thing, answer, status)


def plain(page: Page, section: str = "files") -> str:
    return page.section(section).replace("\u00a0", " ")


def test_files_are_attached_listed_and_fetched(desk: Reader) -> None:
    page = desk.open("/letters/L1")
    assert "Ingen vedlegg er lagret." in plain(page)
    form = desk.open("/letters/L1/attachments")
    assert form.texts(".//fieldset//label") == [
        "Brevet",
        "Vedlegg til brevet",
        "Svar fra HOD",
        "Svar fra KD",
        "Annet",
    ]
    assert "høyst 25 MB" in form.text.replace("\u00a0", " ")

    content = sample.pdf("Svar")
    page = send(desk, "/letters/L1", named("Svar på høring.pdf", content), use="reply:KD")

    assert "«Svar på høring.pdf» er lagt ved." in page.text
    assert "Svar fra KD · PDF · 1 kB · lagt ved 3. februar 2023 av Person SEK1" in plain(page)
    assert "Filen «Svar på høring.pdf» ble lagt ved som svar fra KD." in page.section("history")
    fetched = desk.client.get("/attachments/L1-01")
    assert fetched.content == content
    assert fetched.headers["content-type"] == "application/pdf"
    plain_name, full_name = fetched.headers["content-disposition"].split("; ")[1:]
    assert plain_name == 'filename="Svar p_ h_ring.pdf"'
    assert full_name == "filename*=UTF-8''Svar%20p%C3%A5%20h%C3%B8ring.pdf"
    assert fetched.headers["cache-control"] == "private, no-store"
    assert fetched.headers["x-content-type-options"] == "nosniff"
    head = desk.client.head("/attachments/L1-01")
    assert (head.content, head.headers["content-length"]) == (b"", str(len(content)))
    history = desk.open("/history").text
    assert "Filen «Svar på høring.pdf» ble lagt ved som svar fra KD." in history
    assert "L1-01" not in history


def test_several_at_once_or_none_of_them(desk: Reader) -> None:
    page = send(
        desk,
        "/meetings/M1",
        named("sak 1.pdf", sample.pdf("1")),
        named("sak 2.doc", sample.old_word()),
        status=422,
        use="papers",
    )
    [told] = page.texts(".//div[@role='alert']//a")
    assert told.startswith("Vedlegg: «sak 2.doc» har det gamle Word-formatet.")
    assert "Velg filene på nytt" in page.text
    assert "Ingen vedlegg er lagret." in plain(desk.open("/meetings/M1"))

    page = send(
        desk,
        "/meetings/M1",
        named("sak 1.pdf", sample.pdf("1")),
        named("sak 2.docx", sample.docx("2")),
        named("sak 3.odt", sample.odt()),
        use="papers",
    )
    assert "«sak 1.pdf», «sak 2.docx» og «sak 3.odt» er lagt ved." in page.text
    assert "Tre filer ble lagt ved." in page.section("history")

    again = send(desk, "/meetings/M1", named("x.pdf", sample.pdf("1")), status=422, use="papers")
    assert "«x.pdf» er allerede lagt ved, som «sak 1.pdf»." in again.text


def test_what_was_attached_by_mistake_is_taken_back_and_attached_again(desk: Reader) -> None:
    page = send(desk, "/letters/L1", named("feil.pdf", sample.pdf()), use="letter")
    [undo] = [each for each in page.all(".//form") if "Angre" in "".join(each.itertext())]
    fields = {each.get("name", ""): each.get("value", "") for each in undo.iter("input")}
    page = desk.send(undo.get("action", ""), **fields)

    assert "«feil.pdf» er trukket tilbake." in page.text
    assert "Trukket tilbake 3. februar 2023 av Person SEK1: Lagt ved ved en feil" in plain(page)
    assert "ble trukket tilbake: Lagt ved ved en feil." in page.section("history")
    page = desk.send("/attachments/L1-01/restore")
    assert "«feil.pdf» er lagt ved igjen." in page.text

    page = desk.send("/attachments/L1-01/withdraw", 422, why=" ")
    assert "Hvorfor: Fyll ut dette" in page.text
    desk.send("/attachments/L1-01/withdraw", why="Feil brev")
    page = desk.send("/attachments/L1-01/withdraw", 409, why="Feil brev")
    assert "«feil.pdf» er allerede trukket tilbake." in page.text
    desk.send("/attachments/nothing/withdraw", 404, why="Feil brev")


def test_a_file_comes_back_no_more_where_the_same_was_attached_meanwhile(desk: Reader) -> None:
    send(desk, "/letters/L1", named("a.pdf", sample.pdf()), use="letter")
    desk.send("/attachments/L1-01/withdraw", why="Feil navn")
    send(desk, "/letters/L1", named("b.pdf", sample.pdf()), use="letter")

    page = desk.send("/attachments/L1-01/restore")

    assert "«a.pdf» er fortsatt trukket tilbake" in page.text


def test_files_are_read_by_whoever_may_see_the_thing(filled: House, desk: Reader) -> None:
    for thing, use in (
        ("/letters/L1", "letter"),
        ("/meetings/M1", "papers"),
        ("/op-eds/O1", "draft"),
        ("/consultations/C1", "draft"),
    ):
        send(desk, thing, named("fil.pdf", sample.pdf()), use=use)
    member, observer = (signed_in(filled, f"{each}@ho21.example") for each in ("medlem1", "obs"))

    def fetched(reader: Reader) -> list[int]:
        keys = ("L1-01", "M1-01", "O1-01", "C1-01")
        return [reader.client.get(f"/attachments/{key}").status_code for key in keys]

    assert fetched(desk) == [200, 200, 200, 200]
    assert fetched(member) == [403, 200, 403, 404]  # the response is not with the members yet
    assert fetched(observer) == [403, 200, 403, 403]
    with filled.app.office.work(by="SEK1") as work:
        update_op_ed(work, op_ed="O1", status=OpEdStatus.CIRCULATED)
        work.commit()
    assert fetched(member) == [403, 200, 200, 404]
    page = member.open("/op-eds/O1")
    assert "fil.pdf" in plain(page)
    assert "Legg ved filer" not in plain(page)
    assert "Trekk tilbake" not in plain(page)

    desk.send("/attachments/M1-01/withdraw", why="Feil møte")
    assert member.client.get("/attachments/M1-01").status_code == 404
    assert desk.client.get("/attachments/M1-01").status_code == 200
    assert "/attachments/M1-01" not in member.open("/meetings/M1").links()
    assert filled.visitor().client.get("/attachments/M1-01").status_code == 303


@pytest.mark.parametrize(
    ("files", "use", "told"),
    [
        ([], "letter", "Velg én eller flere filer."),
        ([named("", b"")], "letter", "Velg én eller flere filer."),
        ([named("a.pdf", sample.pdf())], "papers", "kan ikke være «papers»"),
        ([named("a.pdf", sample.pdf())], "nonsense", "kan ikke være «nonsense»"),
        ([named("a.pdf", sample.pdf())], "reply:NFD", "Oppgi hvem svaret er fra"),
        ([named("a.pdf", sample.pdf())], "", "Hva det er: Fyll ut dette"),
        ([named("tom.pdf", b"")], "letter", "«tom.pdf» er tom."),
        ([named("../../x<y>.html", b"<b>Hei</b>")], "letter", "«x-y-.html» er verken PDF eller"),
    ],
)
def test_what_cannot_be_attached_is_told_at_the_field(
    desk: Reader, files: Files, use: str, told: str
) -> None:
    page = send(desk, "/letters/L1", *files, status=422, use=use)

    assert told in page.text


def test_what_takes_no_files_and_what_is_not_there_is_not_found(desk: Reader) -> None:
    one = named("a.pdf", sample.pdf())
    send(desk, "/letters/L99", one, status=404, use="letter")
    send(desk, "/deadlines/D1", one, status=404, use="letter")
    send(desk, "/organisations/HOD", one, status=404, use="other")
    desk.open("/letters/L99/attachments", 404)
    assert desk.client.get("/attachments/L1-99").status_code == 404


def test_an_ordinary_form_still_takes_no_files(desk: Reader) -> None:
    answer = desk.client.post(
        "/consultations/new", files={"title": ("a.pdf", BytesIO(b"x"))}, headers=OWN
    )

    assert answer.status_code == 415


def test_whatever_came_is_in_the_database_alone(tmp_path: Path, desk: Reader) -> None:
    send(desk, "/meetings/M1", named("a.pdf", sample.pdf() + bytes(3_000_000)), use="papers")

    assert not (tmp_path / "files").exists()
