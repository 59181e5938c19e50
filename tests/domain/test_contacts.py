"""What is left of an erased contact: the function and the purpose, unless they tell who it was."""

import pytest

from tilsvar.domain.contacts import ContactFunction


def left(name: str, email: str, text: str) -> str:
    found = ContactFunction.add("HOD-01", "HOD", "Fagdirektør", text, name=name, email=email)
    found.erase()
    assert (found.name, found.email, found.erased) == ("", "", True)
    return found.purpose


@pytest.mark.parametrize(
    ("name", "email", "text"),
    [
        ("Kari Nordmann", "", "Ring Kari først"),
        ("Kari Nordmann", "", "Nordmanns egen telefon"),
        ("Kari Nordmann", "", "Leder nordmannutvalget"),
        ("", "kari.nordmann@hod.example", "Skriv til kari"),
        ("", "kn@hod.example", "Adressen er kn"),
        ("Bo Li", "", "Spør Bo om brevene"),
        ("Åse-Marit Ødegård", "", "ÅSE svarer"),
    ],
)
def test_what_names_the_person_goes(name: str, email: str, text: str) -> None:
    assert left(name, email, text) == ""


@pytest.mark.parametrize(
    ("name", "email", "text"),
    [
        ("Per Dag", "", "Personvernombud, svarer samme dagen"),
        ("Kari Nordmann", "kari@hod.example", "HOD-kontakt, metode og eksempel (example)"),
        ("", "postmottak@hod.example", "Alle brev"),
        ("", "", "Alle brev"),
    ],
)
def test_what_names_nobody_stays(name: str, email: str, text: str) -> None:
    assert left(name, email, text) == text
