"""How a due date explains itself: the council's letters, in words."""

from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import DueRule, Period, work_out
from tilsvar.domain.working_days import WorkingCalendar
from tilsvar.wording.due_dates import explain
from tilsvar.wording.language import LANGUAGES, language

CLOSED_AFTER_CHRISTMAS = WorkingCalendar(closed=((date(2022, 12, 27), "romjulsstengt"),))


def explained(
    sent: str, period: str = "1 month", code: str = "nb", kind: str = "letter", basis: str = ""
) -> list[tuple[str, str]]:
    due = work_out(DueRule(kind, Period.parse(period), basis), Edtf(sent), CLOSED_AFTER_CHRISTMAS)
    rows = explain(due, language(code))
    return [(label, sentence.replace("\u00a0", " ")) for label, sentence in rows]


def test_a_letter_due_on_a_working_day() -> None:
    assert explained("2022-10-03") == [
        (
            "Regel",
            "Brev skal være besvart innen én måned. Rådets egen regel, ikke et lovkrav.",
        ),
        ("Sendt", "mandag 3. oktober 2022"),
        ("Én måned etter", "torsdag 3. november 2022"),
        ("Hoppet over", "ingen dager, fristen falt på en virkedag"),
        ("Svarfrist", "torsdag 3. november 2022"),
    ]


def test_a_memo_whose_month_ended_on_a_saturday() -> None:
    rows = dict(explained("2021-04-08", kind="memo"))

    assert rows["Regel"].startswith("Notater skal være besvart innen én måned.")
    assert rows["Én måned etter"] == "lørdag 8. mai 2021"
    assert rows["Hoppet over"] == "8. mai var lørdag"
    assert rows["Svarfrist"] == "mandag 10. mai 2021"


@pytest.mark.parametrize(
    ("sent", "period", "skipped"),
    [
        ("2026-04-17", "1 month", ["17. mai var søndag"]),
        (
            "2023-04-17",
            "1 month",
            ["17. mai var grunnlovsdagen", "18. mai var Kristi himmelfartsdag"],
        ),
        (
            "2020-03-10",
            "1 month",
            ["10. april var langfredag", "11. april var lørdag", "13. april var 2. påskedag"],
        ),
        (
            "2022-12-12",
            "2 weeks",
            ["26. desember var 2. juledag", "rådet hadde stengt 27. desember (romjulsstengt)"],
        ),
        (
            "2022-12-12",
            "10 working days",
            [
                "Helger",
                (
                    "2. juledag (mandag 26. desember) og romjulsstengt (tirsdag 27. desember) "
                    "er ikke talt."
                ),
            ],
        ),
        ("2023-01-09", "3 working days", ["ingen dager", "alle var virkedager"]),
        ("2023-01-09", "12 working days", ["Helger er ikke talt."]),
    ],
)
def test_the_days_that_were_skipped_are_named(sent: str, period: str, skipped: list[str]) -> None:
    assert dict(explained(sent, period))["Hoppet over"] == ", ".join(skipped)


def test_an_imprecise_sending_says_which_day_it_was_counted_from() -> None:
    rows = dict(explained("2020-09"))

    assert rows["Sendt"] == "september 2020, regnet fra onsdag 30. september 2020"


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("12 months", "Tolv måneder etter"),
        ("13 months", "13 måneder etter"),
        ("1 week", "Én uke etter"),
        ("14 calendar days", "14 dager etter"),
        ("10 working days", "Ti virkedager etter"),
    ],
)
def test_the_period_is_said_in_words_up_to_twelve(period: str, label: str) -> None:
    assert explained("2022-10-03", period)[2][0] == label


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["letter", "memo", "submission", "petition"])
def test_no_rule_claims_to_be_law_unless_the_council_wrote_a_legal_basis(
    code: str, kind: str
) -> None:
    own = {
        "nb": "Rådets egen regel, ikke et lovkrav.",
        "nn": "Rådet sin eigen regel, ikkje eit lovkrav.",
        "en": "The council's own rule, not a requirement of law.",
    }[code]

    assert explained("2022-10-03", code=code, kind=kind)[0][1].endswith(own)

    with_basis = explained("2022-10-03", code=code, kind=kind, basis="Mandatet punkt 4.")[0][1]
    assert with_basis.endswith("Mandatet punkt 4.")
    assert own not in with_basis


def test_the_same_in_nynorsk_and_in_english() -> None:
    assert explained("2021-04-08", code="nn")[2:] == [
        ("Éin månad etter", "laurdag 8. mai 2021"),
        ("Hoppa over", "8. mai var laurdag"),
        ("Svarfrist", "måndag 10. mai 2021"),
    ]
    assert explained("2021-04-08", code="en") == [
        (
            "Rule",
            (
                "A letter is to be answered within one month. "
                "The council's own rule, not a requirement of law."
            ),
        ),
        ("Sent", "Thursday 8 April 2021"),
        ("One month after", "Saturday 8 May 2021"),
        ("Skipped", "8 May was a Saturday"),
        ("Answer due", "Monday 10 May 2021"),
    ]
