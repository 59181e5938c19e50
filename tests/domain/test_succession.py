"""KMD became KDD on 1 January 2022: what was open at KMD is asked of KDD from that day on."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    OrganisationCorrected,
    OrganisationRegistered,
    OrganisationSucceeded,
    ReplyReceived,
)
from tilsvar.domain.organisations import Organisation, Succession
from tilsvar.tests.domain.council import final, letter, told

NEW_YEAR = date(2022, 1, 1)
KEYS = st.sampled_from("ABCDEF")
STEPS = st.dictionaries(KEYS, st.tuples(KEYS, st.dates(date(2020, 1, 1), date(2024, 1, 1))))


def kmd() -> Organisation:
    organisation = Organisation.register("KMD", "Kommunal- og moderniseringsdep.", "ministry")
    organisation.succeeded_by("KDD", NEW_YEAR)
    return organisation


def test_the_successor_answers_from_its_first_day() -> None:
    succession = Succession.of([kmd()])

    assert succession.on("KMD", date(2021, 12, 31)) == "KMD"
    assert succession.on("KMD", NEW_YEAR) == "KDD"
    assert succession.on("KDD", date(2021, 12, 31)) == "KDD"
    assert succession.on("HOD", NEW_YEAR) == "HOD"


def test_a_successors_reply_closes_what_its_predecessor_was_asked() -> None:
    sent = letter("2021-06-30", "HOD", "KMD")
    told(sent)

    line = Succession.of([kmd()]).line("KDD")
    sent.take_reply("KDD", final("2022-02-01"), line)

    hod, asked = sent.obligations
    assert (hod.open, asked.open) == (True, False)
    assert asked.replies[0].answered_by == "KDD"
    assert told(sent) == [
        ReplyReceived("L2022-06", "KMD", Edtf("2022-02-01"), "uspesifisert", "KDD")
    ]


def test_where_both_were_written_to_each_answers_for_itself() -> None:
    sent = letter("2021-12-20", "KMD", "KDD")

    sent.take_reply("KDD", final("2022-02-01"), Succession.of([kmd()]).line("KDD"))

    assert [each.open for each in sent.obligations] == [True, False]


def test_a_line_reaches_back_over_several_successions() -> None:
    steps = {"MOD": ("KMD", date(2014, 1, 1)), "KMD": ("KDD", NEW_YEAR)}

    assert Succession(steps).line("KDD") == ("KDD", "KMD", "MOD")
    assert Succession(steps).on("MOD", date(2015, 1, 1)) == "KMD"
    assert Succession(steps).on("MOD", date(2022, 6, 1)) == "KDD"


def test_registering_succeeding_and_correcting_are_told_once() -> None:
    organisation = kmd()
    organisation.succeeded_by("KDD", NEW_YEAR)
    organisation.correct(name=organisation.name, kind="ministry", email="post@kmd.example", note="")

    assert organisation.is_department
    assert told(organisation) == [
        OrganisationRegistered("KMD"),
        OrganisationSucceeded("KMD", "KDD", NEW_YEAR),
        OrganisationCorrected("KMD", ("email",)),
    ]


@given(STEPS, KEYS, st.dates(date(2019, 1, 1), date(2025, 1, 1)))
def test_even_a_register_that_runs_in_circles_gives_one_answer_and_comes_to_an_end(
    steps: dict[str, tuple[str, date]], key: str, day: date
) -> None:
    succession = Succession(steps)

    answers_for = succession.on(key, day)
    line = succession.line(answers_for)
    assert key in line
    assert len(line) == len(set(line))
