"""Each mail of the corpus is read as its line in the table says."""

from dataclasses import replace

import pytest

from tilsvar.calendar.answers import NoAnswer, ReadAnswer, Unreadable, read_answers
from tilsvar.tests.calendar.answers.corpus import (
    ANSWERS,
    FOLDER,
    REFUSED,
    REPLY_TO,
    SEVERAL,
    all_mails,
    heading,
    mail,
)


def read(name: str) -> list[ReadAnswer]:
    answers = read_answers(mail(name), reply_to=REPLY_TO)
    return [replace(answer, message_id="") for answer in answers]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_mail_with_an_answer(name: str) -> None:
    assert read(name) == [ANSWERS[name]]


@pytest.mark.parametrize("name", SEVERAL)
def test_a_mail_with_several_answers(name: str) -> None:
    assert read(name) == SEVERAL[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_mail_without_an_answer_that_can_be_taken(name: str) -> None:
    kind, told = REFUSED[name]

    with pytest.raises(kind, match=told):
        read(name)


def test_each_mail_has_its_line_in_the_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.eml")} == {*ANSWERS, *SEVERAL, *REFUSED}


def test_what_a_mail_says_of_itself_can_be_read_whether_it_answers_or_not() -> None:
    said = heading(mail("outlook-winmail"), REPLY_TO)

    assert said.sender == "kari.nordmann@nfd.example.org"
    assert said.subject == "Godtatt: Dialogmøte om helsedata"
    assert said.message_id == "<AM0PR03MB0009@example.org>"
    assert said.reply_address == "moter+k7m2q9xd@raadet.example.org"


def test_no_address_in_the_corpus_could_be_anybodys() -> None:
    for content in all_mails():
        try:
            answers = read_answers(content)
        except (NoAnswer, Unreadable):
            continue
        for answer in answers:
            assert answer.attendee.endswith("example.org")
