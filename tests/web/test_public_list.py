"""What the council says in public: shown by hand, fetched without signing in, taken off."""

import json
import xml.etree.ElementTree as ET

import httpx
import pytest

from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.council import register_organisation
from tilsvar.commands.letters import send_letter
from tilsvar.commands.notes import take_note
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.commands.points import raise_point
from tilsvar.commands.public_list import show_publicly
from tilsvar.commands.withdrawing_letters import withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, LetterKind, OpEdStatus
from tilsvar.domain.public_list import NotOutYet
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.test_deeds import undone
from tilsvar.tests.web.visitor import House, hand_out

ATOM = "{http://www.w3.org/2005/Atom}"
SECRETS = ("Hemmelig", "SEK1", "sek1@", "L2", "O2", "Ola Nordmann")


@pytest.fixture
def council(house: House) -> House:
    """One letter that is shown, and much that is not."""
    with house.app.office.work(by="SEK1") as work:
        for key, title in (("L1", "Et fond for <alle> & en"), ("L2", "Hemmelig brev")):
            send_letter(
                work,
                key=key,
                title=title,
                sent=Edtf("2022-10-03"),
                recipients=["HOD"],
                kind=LetterKind.MEMO,
                responsible="SEK1",
                outcome="Hemmelig utfall",
                source="Hemmelig sak",
            )
        publish_consultation(work, key="C1", title="Hemmelig høring", publisher="HOD")
        start_op_ed(work, key="O1", title="Hemmelig kladd")
        start_op_ed(work, key="O2", title="Hemmelig kronikk")
        register_organisation(work, key="DM", name="Dagens Medisin", kind="media")
        out = OpEdStatus.PUBLISHED
        update_op_ed(work, op_ed="O2", status=out, outlet="DM", on=Edtf("2022-21"), leaps=True)
        take_note(work, organisation="HOD", text="Hemmelig samtale med Ola Nordmann")
        raise_point(work, letter="L1", text="Hemmelig punkt")
        show_publicly(work, kind=Kind.LETTER, key="L1", address="https://www.example.org/fond?a&b")
        work.commit()
    return house


@pytest.fixture
def desk(council: House) -> Reader:
    visitor = council.visitor()
    visitor.send(hand_out(council))
    return visitor


def fetched(house: House, ending: str, query: str = "", **headers: str) -> httpx.Response:
    address = f"{house.address}/public/statements.{ending}{query}"
    return httpx.get(address, headers=headers, follow_redirects=False)


def texts(house: House) -> list[str]:
    return [fetched(house, each).text for each in ("html", "atom", "json")]


def test_only_what_is_marked_is_shown_to_everybody(council: House) -> None:
    for text in texts(council):
        assert "Et fond for" in text
        assert not [each for each in SECRETS if each in text]

    fragment = fetched(council, "html")
    assert fragment.headers["content-type"] == "text/html; charset=utf-8"
    assert '<div class="statements" lang="nb">\n<h2>2022</h2>' in fragment.text
    assert (
        '<a href="https://www.example.org/fond?a&amp;b">Et fond for &lt;alle&gt; &amp; en</a>'
        in fragment.text
    )
    assert 'Notat til Helse- og omsorgsdepartementet, <time datetime="2022-10-03">' in (
        fragment.text
    )
    assert not [each for each in ("<style", "<script", "style=", "<html") if each in fragment.text]


def test_the_feeds_hold_what_their_readers_need(council: House) -> None:
    atom = fetched(council, "atom")
    assert atom.headers["content-type"] == "application/atom+xml"
    feed = ET.fromstring(atom.text)  # noqa: S314 - it reads what the council itself has written
    for each in (feed, entry := feed.find(f"{ATOM}entry")):
        assert each is not None
        assert {"id", "title", "updated"} <= {child.tag.removeprefix(ATOM) for child in each}
    assert entry is not None
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "HelseOmsorg21-rådet"
    assert entry.findtext(f"{ATOM}title") == "Et fond for <alle> & en"
    assert entry.findtext(f"{ATOM}published") == "2022-10-03T00:00:00+02:00"

    found = json.loads(fetched(council, "json").text)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["title"] == "HelseOmsorg21-rådet mener"
    [item] = found["items"]
    assert item["id"] == entry.findtext(f"{ATOM}id")
    assert item["url"] == "https://www.example.org/fond?a&b"
    assert item["_tilsvar"]["kind"] == "memo"
    assert fetched(council, "rss").status_code == 404


def test_whoever_has_it_is_told_so_and_other_sites_may_read_it(council: House) -> None:
    first = fetched(council, "json", Origin="https://www.example.org")
    assert first.headers["access-control-allow-origin"] == "*"
    again = fetched(council, "json", **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "set-cookie" not in first.headers


def test_it_speaks_the_language_that_is_asked_for(council: House) -> None:
    assert "3. oktober 2022" in fetched(council, "html").text.replace("\u00a0", " ")
    english = fetched(council, "html", "?lang=en").text.replace("\u00a0", " ")
    assert "Memo to Helse" in english
    assert "3 October 2022" in english
    assert 'lang="nn"' in fetched(council, "html", "?lang=nn").text
    assert "statements.atom?lang=nn" in fetched(council, "atom", "?lang=nn").text


def test_the_secretariat_puts_a_printed_op_ed_on_the_list_and_takes_it_off(
    council: House, desk: Reader
) -> None:
    page = desk.open("/op-eds/O2")
    assert "Det står ikke på den offentlige listen." in page.section("public")
    page = desk.send("/settings/public-list/op_ed/O2", address="", back="thing")
    assert "«Hemmelig kronikk» står på den offentlige listen." in page.text
    assert page.title.startswith("Hemmelig kronikk")
    shown = fetched(council, "html").text
    assert "Kronikk i Dagens Medisin, våren 2022" in shown.replace("\u00a0", " ")
    uid = json.loads(fetched(council, "json").text)["items"][1]["id"]

    page = undone(desk, page)
    assert "«Hemmelig kronikk» er tatt av den offentlige listen." in page.text
    assert "Hemmelig" not in fetched(council, "html").text
    undone(desk, page)
    assert json.loads(fetched(council, "json").text)["items"][1]["id"] == uid


def test_what_is_withdrawn_vanishes_and_a_draft_is_never_shown(
    council: House, desk: Reader
) -> None:
    tag = fetched(council, "atom").headers["etag"]
    with council.app.office.work(by="SEK1") as work:
        with pytest.raises(NotOutYet):
            show_publicly(work, kind=Kind.OP_ED, key="O1")
        withdraw_letter(work, letter="L1", why="Feil")
        work.commit()
    assert all("Et fond" not in text for text in texts(council))
    assert fetched(council, "atom").headers["etag"] != tag
    assert "trukket tilbake, så ingen ser det" in desk.open("/settings/public-list").text
    page = desk.send("/settings/public-list/op_ed/O1", 422, address="", back="list")
    assert "Kronikken er ikke publisert ennå." in page.text


def test_only_a_web_address_is_taken(council: House, desk: Reader) -> None:
    path = "/settings/public-list/letter/L1"
    page = desk.send(path, 422, address="javascript:alert(1)", back="list")
    assert "er ikke en nettadresse" in page.text
    assert "javascript" not in fetched(council, "html").text
    page = desk.send(path, address="", back="list")
    assert "<a " not in fetched(council, "html").text
    assert "Hemmelig brev" in page.section("candidates")
