"""Anything is found by any of its words, on both databases, from the moment it is committed."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from tilsvar.commands.council import correct_organisation, register_organisation, succeed
from tilsvar.commands.letters import receive_reply, send_letter, withdraw_reply
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.store.search_index import index_all
from tilsvar.store.search_tables import entry
from tilsvar.store.search_words import indexed, words_of
from tilsvar.store.searching import asked, find, keys_matching
from tilsvar.store.unit_of_work import Office

SENT = Edtf("2022-10-03")


def send(office: Office, key: str, title: str, *recipients: str, source: str = "") -> None:
    with office.work(by="SEK1") as work:
        send_letter(
            work, key=key, title=title, sent=SENT, recipients=recipients or ["HOD"], source=source
        )
        work.commit()


def found(office: Office, typed: str, kind: Kind = Kind.LETTER, most: int = 10) -> list[str]:
    with office.reading() as work:
        return find(work, kind, asked(work, typed), most)


@pytest.fixture
def letters(office: Office) -> Office:
    send(office, "L2022-01", "Innspill om norsk helsenæring", "NFD", source="Sak 21/3941")
    send(office, "L2022-02", "Høring om forskrift på Ås", "HOD")
    send(office, "L2022-03", "Behov for nye legemidler – et notat om næring", "KD", "HOD")
    return office


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("helsenæring", ["L2022-01"]),
        ("NORSK innsp", ["L2022-01"]),
        ("hor ås", ["L2022-02"]),
        ("høring", ["L2022-02"]),
        ("as", ["L2022-02"]),
        ("21/3941", ["L2022-01"]),
        ("l2022-03", ["L2022-03"]),
        ("næring", ["L2022-03", "L2022-01"]),
        ("fiskeridepartementet", ["L2022-01"]),
        ("omsorgsdep", ["L2022-03", "L2022-02"]),
        ("departement norsk", ["L2022-01"]),
        ("helse- og omsorg", ["L2022-03", "L2022-02"]),
        ("om kd", ["L2022-03"]),
        ("norsk kunnskap", []),
        ("næringer", []),
        ("", []),
        ("  – ", []),
        ("\"'():*& | ! -_ {title} NEAR OR AND", []),
        ("x" * 5000, []),
    ],
)
def test_a_letter_is_found_by_the_beginnings_of_its_words(
    letters: Office, typed: str, expected: list[str]
) -> None:
    assert found(letters, typed) == expected


def test_what_has_the_words_in_its_title_comes_first_and_its_own_key_before_that(
    office: Office,
) -> None:
    send(office, "L2022-01", "Om legemidler")
    send(office, "L2022-02", "Svar på L2022-01", source="legemidler")
    send(office, "L2022-03", "Et annet brev", source="legemidler")

    assert found(office, "legemidler") == ["L2022-01", "L2022-03", "L2022-02"]
    assert found(office, "L2022-01") == ["L2022-01", "L2022-02"]
    assert found(office, "legemidler", most=2) == ["L2022-01", "L2022-03"]


def test_words_of_an_answer_find_its_letter_until_the_answer_is_withdrawn(letters: Office) -> None:
    with letters.work(by="SEK1") as work:
        receive_reply(
            work,
            letter="L2022-02",
            sender="HOD",
            received=Edtf("2022-11-01"),
            summary="Vi takker for brevet",
        )
        work.commit()
    assert found(letters, "takker brev") == ["L2022-02"]

    with letters.work(by="SEK1") as work:
        withdraw_reply(work, letter="L2022-02", sender="HOD", why="Det gjaldt et annet brev")
        work.commit()
    assert found(letters, "takker") == []
    assert found(letters, "forskrift") == ["L2022-02"]


def test_an_organisation_finds_what_was_written_to_its_predecessor_by_any_of_its_names(
    letters: Office,
) -> None:
    with letters.work(by="SEK1") as work:
        register_organisation(work, key="NDD", name="Digitaldepartementet", kind="ministry")
        succeed(work, organisation="NFD", successor="NDD", on=SENT.last)
        correct_organisation(
            work,
            organisation="HOD",
            name="Folkehelsedepartementet",
            kind="ministry",
            email="",
            note="",
        )
        work.commit()

    assert found(letters, "digitaldep") == ["L2022-01"]
    assert found(letters, "folkehelse") == ["L2022-03", "L2022-02"]
    assert found(letters, "omsorgsdepartementet") == []
    assert found(letters, "folkehelse", Kind.ORGANISATION) == ["HOD"]
    assert found(letters, "person med", Kind.PERSON) == ["MEDLEM1"]


def test_a_list_asks_for_what_matches_and_gets_the_newest(letters: Office) -> None:
    with letters.reading() as work:
        found = keys_matching(work, Kind.LETTER, "om", 100)
        assert sorted(found) == ["L2022-01", "L2022-02", "L2022-03"]
        assert keys_matching(work, Kind.LETTER, "om", 2) == found[:2]
        assert keys_matching(work, Kind.LETTER, "", 100) == []


def test_nothing_is_found_of_what_was_never_committed(letters: Office) -> None:
    with letters.work(by="SEK1") as work:
        send_letter(work, key="L2022-09", title="Aldri sendt", sent=SENT, recipients=["HOD"])

    assert found(letters, "aldri") == []


def test_the_index_can_be_made_anew_from_what_is_there(letters: Office) -> None:
    with letters.work(by="cli") as work:
        before = work.session.execute(select(entry.c.kind, entry.c.key, entry.c.words)).all()
        work.session.execute(delete(entry))
        index_all(work.session)
        work.session.commit()

        after = work.session.execute(select(entry.c.kind, entry.c.key, entry.c.words)).all()
        assert sorted(after) == sorted(before)
        assert work.session.scalar(select(func.count()).select_from(entry)) == len(before)
    assert found(letters, "forskrift") == ["L2022-02"]


@given(st.text())
def test_every_word_of_a_text_is_among_those_by_which_it_is_found(text: str) -> None:
    assert set(words_of(text)) <= set(indexed(text))


@given(st.text(string.ascii_letters + "æøåÆØÅéöä -/."))
def test_words_are_alike_whatever_their_case(text: str) -> None:
    assert words_of(text.upper()) == words_of(text) == words_of(text.lower())
