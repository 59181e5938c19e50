"""What no page of ours sends, or sends twice: answered in words, and nothing is half done."""

import pytest

from tilsvar.domain.letters import Letter
from tilsvar.tests.commands import sample_files as sample
from tilsvar.tests.web.reader import OWN, Reader
from tilsvar.tests.web.test_attachments import filled as filled  # noqa: PLC0414 - a fixture
from tilsvar.tests.web.test_attachments import named, send, signed_in
from tilsvar.tests.web.visitor import House, path_in


@pytest.fixture
def desk(filled: House) -> Reader:
    return signed_in(filled)


def test_a_null_character_in_a_form_with_files_is_left_out_as_in_any_other(
    filled: House, desk: Reader
) -> None:
    typed = {"to": "HOD", "title": "Helse\0data", "sent": "2.2.2023", "kind": "letter"}

    answer = desk.client.post(
        "/letters/new", data=typed, files=[named("brev.pdf", sample.pdf())], headers=OWN
    )

    assert answer.status_code == 303
    with filled.app.office.reading() as work:
        assert "Helsedata" in [each.title for each in work.all(Letter)]


def test_a_file_that_is_restored_twice_is_restored(desk: Reader) -> None:
    send(desk, "/letters/L1", named("a.pdf", sample.pdf()), use="letter")
    desk.send("/attachments/L1-01/withdraw", why="Feil brev")

    for _ in range(2):
        page = desk.send("/attachments/L1-01/restore")
        assert "«a.pdf» er lagt ved igjen." in page.text


@pytest.mark.parametrize("number", ["²", "9" * 40, "-1", "x"])
def test_a_number_that_is_none_leads_nowhere(desk: Reader, number: str) -> None:
    for what in ("answer-accepted", "answer-dismissed", "setting", "revoke"):
        desk.open(f"/?done={what}&about={number}")
    desk.open(f"/letters?page={number}&year={number}")
    desk.open(f"/history?page={number}")
    desk.open(f"/settings/feeds?done=revoke&about={number}")
    desk.open(f"/reports/minutes?year={number}")
    desk.open(f"/reports/attendance?year={number}")
    desk.open(f"/calendar?month={number}")
    for path in (
        f"/answers/{number}/accept",
        f"/settings/changes/{number}/undo",
        f"/settings/feeds/{number}/revoke",
        f"/calendar/feeds/{number}/revoke",
    ):
        answer = desk.client.post(path, headers=OWN)
        assert answer.status_code in (303, 404, 409), (path, answer.status_code)


def test_a_link_that_went_to_a_wrong_address_opens_nothing_once_that_is_corrected(
    filled: House, desk: Reader
) -> None:
    desk.send("/settings/people/OBS/link")
    [mail] = filled.post()
    form = desk.open("/settings/people/OBS/correct")
    fields = {each.get("name", ""): each.get("value", "") for each in form.all(".//main//input")}
    desk.send("/settings/people/OBS/correct", **{**fields, "role": "observer", "email": "ola@x.no"})

    stranger = filled.visitor()

    assert stranger.client.post(path_in(mail), headers=OWN).status_code != 303
    assert stranger.client.get("/mine").status_code == 303


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/consultations/new", {"title": "Ny lov", "publisher": "HOD", "deadline": "2. mai 2023"}),
        ("/deadlines/new", {"title": "Ny melding", "due": "våren 2023", "kind": "internal"}),
        ("/op-eds/new", {"title": "Ny kronikk", "stage": "draft"}),
        ("/meetings/new", {"title": "Nytt møte", "kind": "dialogue", "on": "10.3.2023"}),
    ],
)
def test_a_button_that_is_pressed_twice_registers_one_thing(
    desk: Reader, path: str, typed: dict[str, str]
) -> None:
    desk.send(path, **typed)

    again = desk.send(path, 422, **typed)

    assert "med denne tittelen for et øyeblikk siden. Ingenting ble registrert nå." in again.text
    desk.send(path, **typed | {"title": typed["title"] + " 2"})
