"""The page behind the links in an invitation: it asks, and only the button answers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.invitations import uninvite
from tilsvar.commands.meetings import cancel_meeting
from tilsvar.domain.kinds import PartStat
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, pass_time, settle_in, with_bell
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.workers.invited import START, do, hold_dialogue, invitation, mails
from tilsvar.web.requests.access_log import masked


@pytest.fixture
def invited(make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell) -> App:
    app = with_bell(make_app(sqlite.migrated(tmp_path)), bell)
    settle_in(app.office)
    hold_dialogue(app.office, "HOD")
    answer(app, bell)
    return app


@pytest.fixture
def guest(invited: App) -> Iterator[Reader]:
    with served(invited) as address:
        reader = Reader(address)
        yield reader
        reader.close()


def link(app: App) -> str:
    """The path of the page that the mail leads to."""
    text = mails(app)[0].get_body(("plain",))
    assert text is not None
    found = re.search(r"/answer/[\w-]+", text.get_content())
    assert found
    return found[0]


def state(app: App) -> PartStat:
    return invitation(app.office, "M1/HOD").partstat


def test_following_a_link_shows_the_meeting_and_answers_nothing(
    invited: App, guest: Reader
) -> None:
    page = guest.open(f"{link(invited)}?answer=declined")

    assert "Dialogmøte om helsedata" in page.text
    assert "onsdag 8. mars 2023 kl. 10.00–12.00" in page.text.replace("\u00a0", " ")
    [chosen] = [each.get("value") for each in page.all(".//input") if "checked" in each.attrib]
    assert chosen == "declined"
    assert state(invited) is PartStat.NEEDS_ACTION
    assert page.headers["cache-control"] == "private, no-store"
    assert page.links() & {"/", "/letters", "/history"} == set()


def test_the_button_answers_and_may_be_pressed_again(invited: App, guest: Reader) -> None:
    path = link(invited)

    for said in ("accepted", "declined"):
        sent = guest.client.post(path, data={"answer": said, "comment": "<b>Kommer</b> sent"})
        assert (sent.status_code, sent.headers["location"]) == (303, path)

    assert state(invited) is PartStat.DECLINED
    assert invitation(invited.office, "M1/HOD").comment == "<b>Kommer</b> sent"
    assert "Du har svart at du ikke kan komme." in guest.open(path).text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_another_site_cannot_press_the_button(
    invited: App, guest: Reader, headers: dict[str, str], status: int
) -> None:
    sent = guest.client.post(link(invited), data={"answer": "accepted"}, headers=headers)

    assert sent.status_code == status
    assert state(invited) is (PartStat.ACCEPTED if status == 303 else PartStat.NEEDS_ACTION)


def test_a_wrong_link_or_a_wrong_answer_is_refused(invited: App, guest: Reader) -> None:
    assert guest.client.post("/answer/wrong", data={"answer": "accepted"}).status_code == 404
    guest.open("/answer/wrong", 404)
    assert guest.client.post(link(invited), data={"answer": "delegated"}).status_code == 400
    assert guest.client.post(link(invited), content=b"x" * 20_000).status_code == 413


def test_what_is_off_withdrawn_or_over_says_so_and_takes_no_answer(
    invited: App, guest: Reader, bell: HandBell
) -> None:
    path = link(invited)
    with served(invited) as _:
        pass_time(invited, bell, START.replace(hour=11))
        assert "Møtet er over, og det kan ikke svares lenger." in guest.open(path).text
        assert guest.client.post(path, data={"answer": "accepted"}).status_code == 303
        do(invited.office, uninvite, meeting="M1", who="HOD")
        assert "Invitasjonen er trukket tilbake." in guest.open(path).text
        do(invited.office, cancel_meeting, meeting="M1")
        assert "Møtet er avlyst." in guest.open(path).text
    assert state(invited) is PartStat.NEEDS_ACTION


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_page_speaks_the_language_that_the_guest_chooses(
    invited: App, guest: Reader, language: str
) -> None:
    page = guest.open(f"{link(invited)}?lang={language}")

    assert page.document.get("lang") == language


def test_only_the_hash_of_the_link_is_kept_and_no_log_shows_it(invited: App) -> None:
    token = link(invited).rpartition("/")[2]

    assert token not in repr(vars(invitation(invited.office, "M1/HOD")))
    assert masked(f"/answer/{token}") == "/answer/…"
