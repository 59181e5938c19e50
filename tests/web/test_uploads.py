"""Forms with files that are too large, cut off, or no forms at all; two at once."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tilsvar.commands.attachments import attachments_of
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp
from tilsvar.tests.web.reader import OWN, Reader
from tilsvar.tests.web.test_attachments import named, send, signed_in
from tilsvar.tests.web.visitor import House, opened
from tilsvar.web.pages.attachments import disposition

MEETING, FORM = "/meetings/M1", "/meetings/M1/attachments"


@pytest.fixture
def small(make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell) -> Iterator[House]:
    """A council where a file may have one megabyte, with a meeting."""
    with opened(make_app, sqlite, tmp_path, bell, largest_file=1) as house:
        with house.app.office.work(by="SEK1") as work:
            schedule_meeting(work, title="Rådsmøte", time=MeetingTime(Edtf("2023-03-10")), key="M1")
            work.commit()
        yield house


@pytest.fixture
def desk(small: House) -> Reader:
    return signed_in(small)


def kept(house: House) -> list[str]:
    with house.app.office.reading() as work:
        return [each.name for each in attachments_of(work, Kind.MEETING, "M1")]


def long(megabytes: float, words: str = "") -> bytes:
    return sample.pdf(words) + bytes(int(megabytes * 1_000_000))


def test_a_file_of_just_the_largest_size_is_taken_and_one_more_byte_is_not(
    small: House, desk: Reader
) -> None:
    whole = sample.pdf()
    fits = whole + bytes(1_000_000 - len(whole))

    send(desk, MEETING, named("akkurat.pdf", fits), use="papers")
    page = send(desk, MEETING, named("stor.pdf", fits + b"x"), status=422, use="papers")

    assert "«stor.pdf» er større enn 1 MB." in page.text
    assert "høyst 1 MB" in page.text.replace("\u00a0", " ")
    assert kept(small) == ["akkurat.pdf"]


def test_many_files_that_are_too_much_together_are_told_so(small: House, desk: Reader) -> None:
    files = [named(f"{number}.pdf", long(0.9, str(number))) for number in range(6)]

    page = send(desk, MEETING, *files, status=422, use="papers")

    assert "Til sammen er filene større enn 4 MB." in page.text
    assert kept(small) == []


def test_a_form_beyond_all_reason_is_cut_off(small: House, desk: Reader) -> None:
    answer = desk.client.post(
        FORM, data={"use": "papers"}, files=[named("x.pdf", long(21))], headers=OWN
    )

    assert answer.status_code == 413
    assert kept(small) == []


def test_what_is_no_whole_form_is_refused(small: House, desk: Reader) -> None:
    kind = "multipart/form-data; boundary=x"
    half = b'--x\r\nContent-Disposition: form-data; name="use"\r\n\r\npapers\r\n--x\r\nConte'
    for content_type, body in ((kind, half), ("multipart/form-data", half), (kind, b"\x00" * 99)):
        headers = {**OWN, "content-type": content_type}
        answer = desk.client.post(FORM, content=body, headers=headers)
        assert answer.status_code in (400, 422), (content_type, body)
    assert desk.client.post(FORM, json={}, headers=OWN).status_code == 415
    assert kept(small) == []


def test_a_form_that_is_cut_off_in_the_middle_leaves_nothing(small: House, desk: Reader) -> None:
    where = urlsplit(small.address)
    head = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n'
    cookie = "; ".join(f"{name}={value}" for name, value in desk.client.cookies.items())
    request = (
        f"POST {FORM} HTTP/1.1\r\nHost: {where.netloc}\r\nCookie: {cookie}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n"
    ).encode()
    with socket.create_connection((where.hostname or "", where.port or 0)) as wire:
        wire.sendall(request + head + long(0.3))

    assert "Ingen vedlegg er lagret." in desk.open(MEETING).section("files")
    assert kept(small) == []


def test_two_people_send_files_at_once(small: House) -> None:
    people = [signed_in(small), signed_in(small)]

    def sent(person: Reader) -> int:
        same = named("lik.pdf", sample.pdf("lik"))
        form = {"data": {"use": "papers"}, "headers": OWN}
        return person.client.post(FORM, files=[same], **form).status_code  # type: ignore[arg-type]  # httpx takes these by name

    with ThreadPoolExecutor() as pool:
        statuses = sorted(pool.map(sent, people))

    assert statuses == [303, 422]
    assert kept(small) == ["lik.pdf"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="{}%"), min_size=1, max_size=60
    )
)
def test_whatever_a_file_is_called_it_is_kept_and_comes_back(
    small: House, desk: Reader, name: str
) -> None:
    """Each example attaches a content of its own, so that none is there already."""
    content = sample.pdf(name) + str(len(kept(small))).encode()
    send(desk, MEETING, named(name, content), use="papers")

    newest = desk.open(MEETING).all(".//ul[@class='rows files']//a[@class='t']")[-1]
    fetched = desk.client.get(newest.get("href", ""))

    assert fetched.content == content
    assert "".join(newest.itertext()).strip().casefold().endswith(".pdf")


@given(st.text(max_size=100))
def test_a_name_in_a_header_is_one_line_of_ascii(name: str) -> None:
    said = disposition(name.encode(errors="ignore").decode())

    assert said.isascii()
    assert said.count('"') == 2
