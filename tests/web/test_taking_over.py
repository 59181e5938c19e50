"""On the page of an organisation it is registered who took over, and taken back."""

import pytest

from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_stakeholders import form_of, form_of_undo, plain

EHELSE = "/organisations/EHELSE"
FORM = f"{EHELSE}/succeeded-by"
HDIR = "Helsedirektoratet (HDIR)"


def facts(page: Page) -> str:
    return plain(page.section("facts"))


def test_two_become_one_which_has_what_was_known_of_both_until_it_is_undone(desk: Reader) -> None:
    theme = "/themes/T-KOMMUNELOFT"
    asked = form_of(desk.open(FORM))

    done = desk.send(FORM, **(asked | {"others": HDIR, "on": "1.1.2023"}))
    assert "Det er registrert hvem som har tatt over." in done.text
    assert "Overtatt av Helsedirektoratet fra 1. januar 2023" in facts(done)
    assert "Helsedirektoratet tok over for Direktoratet for e-helse" in plain(done.text)
    assert "Overtok for Direktoratet for e-helse" in facts(desk.open("/organisations/HDIR"))
    party = facts(desk.open(f"{theme}/stakeholders/HDIR"))
    assert "Følger opp kompetansesentre utenfor spesialisthelsetjenesten (HDIR)" in party
    assert "Pådriver for digitale tjenester i sektoren (EHELSE)" in party
    # There is nothing to register any more, and the page says who took over.
    assert "Ingen har tatt over likevel" in done.text
    assert "Registrer hvem som har tatt over" not in done.text

    where, fields = form_of_undo(done, "not-succeeded")
    back = desk.send(where, **fields)
    assert "Aktøren svarer for seg selv igjen." in back.text
    assert "Overtatt av" not in facts(back)
    party = facts(desk.open(f"{theme}/stakeholders/HDIR"))
    assert "Pådriver for digitale tjenester" not in party

    where, fields = form_of_undo(back, "succeeded-again")
    assert "Overtatt av Helsedirektoratet" in facts(desk.send(where, **fields))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"others": "EHELSE"}, "kan ikke ta over for seg selv"),
        ({"others": "Det nye departementet"}, "Registrer den under Aktører først"),
        ({"others": "HOD; KD"}, "Skriv én aktør."),
        ({"others": ""}, "Fyll ut"),
        ({"on": ""}, "Fyll ut"),
        ({"on": "2022"}, "2022"),
        ({"on": "1.1.2093"}, "den dagen har ikke kommet"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    desk: Reader, typed: dict[str, str], said: str
) -> None:
    asked = form_of(desk.open(FORM)) | {"others": HDIR, "on": "1.1.2023"} | typed

    refused = desk.send(FORM, 422, **asked)

    assert said in plain(refused.text)
    assert form_of(refused) == asked


def test_nobody_takes_over_from_whoever_took_over_from_them(desk: Reader) -> None:
    address = "/organisations/KDD/succeeded-by"
    asked = form_of(desk.open(address)) | {"others": "KMD", "on": "1.1.2023"}

    assert "har selv tatt over for KMD" in plain(desk.send(address, 422, **asked).text)
    forged = {"made_from": str(asked["made_from"]), "others": "HOD 2023-13-45"}
    desk.send("/organisations/KDD/succeeded-again", 422, **forged)
