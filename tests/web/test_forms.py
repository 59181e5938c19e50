"""What a form makes of what people type."""

from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import DomainError
from tilsvar.domain.sentences import N_
from tilsvar.tests.web.visitor import House
from tilsvar.web.forms import LONGEST_BODY, Day, Filled, Form, Line, Text, When, blank, check, field
from tilsvar.web.requests.paths_within import path_within
from tilsvar.wording.language import language

NB = language("nb")


class Sent(Form):
    title: Line = field(N_("Letters"))
    sent: When = field(N_("Sent"))
    to: list[str] = field(N_("To"), min_length=1)
    met: Day | None = field(N_("Deadline"), default=None)
    note: Text = field(N_("Source"), default="")


def filled(**typed: str | list[str]) -> Filled[Sent]:
    whole: dict[str, str | list[str]] = {"title": "Et brev", "sent": "2021-09-10", "to": ["HOD"]}
    values = {name: [each] if isinstance(each, str) else each for name, each in typed.items()}
    start = {name: [each] if isinstance(each, str) else each for name, each in whole.items()}
    return check(Sent, {**start, **values}, NB)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("10.9.2021", "2021-09-10"),
        (" 10. september 2021 ", "2021-09-10"),
        ("våren 2023", "2023-21"),
        ("innen 8. mars 2023", "../2023-03-08"),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, read: str) -> None:
    form = filled(sent=typed, to=["HOD", "KD"], title="  Et brev ")

    assert form.content == Sent(title="Et brev", sent=Edtf(read), to=["HOD", "KD"])
    assert form.status == 200


def test_a_date_that_is_none_is_refused_in_the_words_of_the_domain_and_kept() -> None:
    form = filled(sent="31.02.2023", met="fredag en gang")

    assert form.content is None
    assert form.status == 422
    assert form.mistake("sent").replace("\u00a0", " ") == (
        "31.02.2023 finnes ikke. Februar 2023 slutter den 28."
    )
    assert form.mistake("met")
    assert form.value("sent") == "31.02.2023"
    assert form.values("to") == ["HOD"]


def test_mistakes_stand_in_the_order_of_the_form_one_a_field() -> None:
    form = check(Sent, {"note": ["x" * 50_001], "title": [" "]}, NB)

    assert [(each.name, each.sentence) for each in form.mistakes] == [
        ("title", "Fyll ut dette."),
        ("sent", "Fyll ut dette."),
        ("to", "Fyll ut dette."),
        ("note", "Dette er lengre enn 50000 tegn."),
    ]


def test_one_day_is_a_day() -> None:
    content = filled(met="8. mars 2023").content

    assert content is not None
    assert content.met == date(2023, 3, 8)


class Closed(DomainError):
    """There is no {what} {key}. Check the key."""


def test_what_a_command_objects_to_stands_at_its_field_or_above_them_all() -> None:
    form = filled().refused(Closed(what="letter", key="L1"), "title", 409)

    assert form.status == 409
    assert form.mistakes[0].label == "Brev"
    assert "L1" in form.mistake("title")
    assert filled().refused(Closed(what="letter", key="L1")).mistakes[0].name == ""


def test_a_blank_form_proposes() -> None:
    form = blank(Sent, NB, sent="3.2.2023", to=["KD"])

    assert (form.value("sent"), form.values("to"), form.value("title")) == ("3.2.2023", ["KD"], "")
    assert form.mistakes == ()


def test_more_than_a_form_holds_is_refused_and_so_is_what_is_no_form(house: House) -> None:
    client = house.visitor().client

    assert client.post("/sign-in", data={"email": "x" * LONGEST_BODY}).status_code == 413
    many = {f"field{n}": "" for n in range(1_100)}
    assert client.post("/sign-in", data=many).status_code == 413
    assert client.post("/sign-in", json={"email": "a@b.no"}).status_code == 415
    files = {"email": ("a.txt", b"a@b.no")}
    assert client.post("/sign-in", files=files).status_code == 415


@pytest.mark.parametrize(
    ("site", "origin", "status"),
    [
        ("same-origin", None, 422),
        ("none", None, 422),
        ("cross-site", None, 403),
        ("same-site", None, 403),
        ("cross-site", "own", 403),
        (None, "own", 422),
        (None, "https://evil.example", 403),
        (None, "null", 403),
        (None, None, 422),
    ],
)
def test_a_form_on_another_site_sends_nothing_here(
    house: House, site: str | None, origin: str | None, status: int
) -> None:
    headers = {"Sec-Fetch-Site": site, "Origin": house.address if origin == "own" else origin}
    said = {name: value for name, value in headers.items() if value is not None}

    assert house.visitor().client.post("/sign-in", headers=said).status_code == status
    assert house.visitor().client.get("/sign-in", headers=said).status_code == 200


@pytest.mark.parametrize("path", ["/", "/letters?q=a%20b&state=overdue", "/me"])
def test_a_path_of_this_site_stays(path: str) -> None:
    assert path_within(path) == path
