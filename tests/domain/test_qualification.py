"""What is typed into the qualification form, as the form keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.form_words import HELP, QUESTIONS
from tilsvar.domain.qualification import (
    CRITERIA,
    LISTS,
    LONGEST,
    AnswerTooLong,
    FormField,
    differing,
    put_in,
    tidy,
)
from tilsvar.domain.words import FIELDS


def test_a_list_pasted_from_word_loses_its_bullets_and_empty_lines() -> None:
    pasted = "• Samarbeide med KS\r\n\r\n-\tFølge opp brev\r\n–  Foreslå tiltak \r\n•\r\n"

    assert tidy(FormField.POSSIBLE_MEASURES, pasted) == (
        "Samarbeide med KS\nFølge opp brev\nForeslå tiltak"
    )


def test_a_dash_inside_a_word_or_a_text_stays() -> None:
    assert tidy(FormField.DOCUMENTS, "-5 prosent\n*note") == "-5 prosent\n*note"
    assert tidy(FormField.BACKGROUND, "- ett\n\n- to  ") == "- ett\n\n- to"


@given(st.sampled_from(FormField), st.text(max_size=200))
def test_what_is_tidy_stays_as_it_is(question: FormField, text: str) -> None:
    once = tidy(question, text)

    assert tidy(question, once) == once or question in LISTS
    assert put_in({question: once}, {}) == ({question: once} if once else {})


def test_an_answer_has_an_end() -> None:
    with pytest.raises(AnswerTooLong):
        tidy(FormField.BACKGROUND, "a" * (LONGEST + 1))


def test_an_emptied_answer_is_no_answer_and_the_others_stay() -> None:
    before = {FormField.PROBLEM: "Hva?", FormField.GOAL: "Mål"}
    after = put_in(before, {FormField.GOAL: " \n", FormField.ARGUMENTS: "Ett"})

    assert after == {FormField.PROBLEM: "Hva?", FormField.ARGUMENTS: "Ett"}
    assert differing(before, after) == (FormField.GOAL, FormField.ARGUMENTS)


def test_every_question_has_its_words() -> None:
    assert set(QUESTIONS) == set(FormField)
    assert set(HELP) == set(CRITERIA)
    assert {each.value for each in FormField} <= set(FIELDS)
