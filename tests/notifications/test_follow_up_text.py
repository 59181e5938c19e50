"""What a follow-up says: the letters' facts, firmer each time, and never that a law is broken."""

from datetime import date
from typing import Any

import pytest

from tilsvar.commands.council import succeed
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.domain.kinds import LetterKind, ReplyKind
from tilsvar.domain.organisations import Organisation
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.store.unit_of_work import Office

LAW = ("lov", "plikt", "frist", "brudd", "brot", "brutt", "krav")


def send(office: Office, key: str, title: str, sent: str, *recipients: str, **more: Any) -> None:
    with office.work(by="SEK1") as work:
        values = {"title": title, "sent": Edtf(sent), "recipients": recipients, **more}
        send_letter(work, key=key, **values)
        work.commit()


def written(
    office: Office, *letters: str, department: str = "NFD", number: int = 1, language: str = "nb"
) -> str:
    with office.reading() as work:
        draft = FollowUp.draft(
            "F1", department, letters, number=number, language=language, drafted=work.today
        )
        return FollowUpWords().letter(work, draft).replace("\N{NO-BREAK SPACE}", " ")


def test_the_first_asks_in_the_tone_of_a_colleague(office: Office) -> None:
    send(office, "L1", "Innspill om\nhelsenæring", "2022-10-03", "NFD")

    assert written(office, "L1") == (
        "Purring: Innspill om helsenæring\n"
        "\n"
        "Vi viser til vårt brev av 3. oktober 2022, «Innspill om helsenæring».\n"
        "\n"
        "Vi kan ikke se at vi har mottatt svar, og ber om en tilbakemelding. Er et svar underveis, "
        "er vi takknemlige for å få vite når det kan ventes.\n"
        "\n"
        "Med vennlig hilsen\n"
        "Rådets sekretariat\n"
    )
    assert written(office, "L1", language="nn").startswith(
        "Purring: Innspill om helsenæring\n"
        "\n"
        "Vi viser til brevet vårt av 3. oktober 2022, «Innspill om helsenæring».\n"
        "\n"
        "Vi kan ikkje sjå at vi har fått svar, og ber om ei tilbakemelding."
    )


def test_several_letters_are_listed_with_what_has_come_and_gone(office: Office) -> None:
    send(office, "L1", "Handlingsplan", "2022-06-01", "NFD")
    send(office, "L2", "Bærekraft", "2022-05", "NFD", kind=LetterKind.MEMO)
    send(office, "L3", "Purring", "2022-09-01", "NFD", follows_up=("L2",))
    with office.work(by="SEK1") as work:
        receive_reply(
            work, letter="L1", sender="NFD", received=Edtf("2022-08"), kind=ReplyKind.INTERIM
        )
        work.commit()

    text = written(office, "L2", "L1", number=2)

    assert text.startswith("Ny purring: to ubesvarte brev\n\nVi viser til disse brevene:\n\n")
    assert (
        "– notat av mai 2022, «Bærekraft» (purret 1. september 2022)\n"
        "– brev av 1. juni 2022, «Handlingsplan» (foreløpig svar august 2022)\n"
        "\n"
        "Vi har fortsatt ikke registrert endelig svar."
    ) in text
    assert "Ny purring: to brev utan svar" in written(office, "L2", "L1", number=2, language="nn")


def test_the_third_is_for_the_leader_and_names_the_earlier_ones(office: Office) -> None:
    send(office, "L1", "Handlingsplan", "2022-06-01", "NFD")
    send(office, "L2", "Purring", "2022-09-01", "NFD", follows_up=("L1",))
    send(office, "L3", "Purring", "2022-11-01", "NFD", follows_up=("L1",))

    text = written(office, "L1", number=3)

    assert text.startswith("Henvendelse fra rådsleder: Handlingsplan\n")
    assert "og til vår purring av 1. september 2022 og 1. november 2022." in text
    assert text.endswith("Rådsleder\n")
    assert written(office, "L1", number=3, language="nn").endswith("Rådsleiar\n")


def test_a_successor_is_told_whom_the_letter_went_to(office: Office) -> None:
    with office.work(by="SEK1") as work:
        work.add(Organisation.register("KMD", "Moderniseringsdepartementet", "ministry"))
        work.add(Organisation.register("KDD", "Distriktsdepartementet", "ministry"))
        succeed(work, organisation="KMD", successor="KDD", on=date(2022, 1, 1))
        work.commit()
    send(office, "L1", "Kommuneløft", "2021-06-01", "KMD")

    assert "«Kommuneløft», sendt til Moderniseringsdepartementet." in written(
        office, "L1", department="KDD"
    )


def test_a_paragraph_can_be_added_to_what_a_person_wrote(office: Office) -> None:
    send(office, "L1", "Handlingsplan", "2022-06-01", "NFD")
    with office.reading() as work:
        draft = FollowUp.draft("F1", "NFD", ["L1"], number=1, language="nb", drafted=work.today)
        added = FollowUpWords().paragraph(work, draft, ["L1"])

    assert added.replace("\N{NO-BREAK SPACE}", " ") == (
        "Vi kan heller ikke se at vi har mottatt svar på dette:\n"
        "\n"
        "– brev av 1. juni 2022, «Handlingsplan»\n"
    )


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_no_follow_up_speaks_of_a_law_or_of_a_breach(
    office: Office, number: int, language: str
) -> None:
    send(office, "L1", "Handlingsplan", "2022-06-01", "NFD")

    text = written(office, "L1", number=number, language=language).lower()

    assert not [word for word in text.split() if word.startswith(LAW)]
