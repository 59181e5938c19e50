"""The report of answer times beside the same numbers counted out naively from the facts.

The facts are kept in a plain list as they are recorded. Shares are exact fractions, counted day by
day; of dates that are not exact each is laid where the share becomes the most, and the least.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from tilsvar.commands.areas import register_area
from tilsvar.commands.letters import sign_off, withdraw_reply
from tilsvar.commands.withdrawing_letters import withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ReplyKind, SignOffCode
from tilsvar.reports.asked import Asked, whole_year
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.json_file import plain_document
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

ENOUGH = 5
FINAL, INTERIM, RECEIVED = ReplyKind.FINAL, ReplyKind.INTERIM, ReplyKind.ACKNOWLEDGEMENT


@dataclass
class Fact:
    """What one recipient of one letter owes, and what came of it."""

    to: str
    area: str
    sent: Edtf
    came: list[tuple[ReplyKind, Edtf]] = field(default_factory=list)
    signed_off: Edtf | None = None

    def department(self, as_of: date) -> str:
        return "KDD" if self.to == "KMD" and as_of >= date(2022, 1, 1) else self.to

    def known(self, kind: ReplyKind, as_of: date) -> Edtf | None:
        """The first of that kind that had certainly come by the day."""
        found = [on for each, on in self.came if each is kind and on.last <= as_of]
        return min(found, key=Edtf.sort_key, default=None)

    def gave_up(self, as_of: date) -> bool:
        closed = self.signed_off is not None and self.signed_off.last <= as_of
        return closed and not self.known(FINAL, as_of)

    def lengths(self, kind: ReplyKind, as_of: date) -> tuple[int, int, bool]:
        end = self.known(kind, as_of)
        over = end is not None
        if end is None:
            end = self.known(FINAL, as_of)
        if end is None and self.gave_up(as_of):
            end = self.signed_off
        first, last = (end.first, end.last) if end else (as_of, as_of)
        shortest = max((first - self.sent.last).days, 0)
        return shortest, max((last - self.sent.first).days, shortest), over


Lengths = list[tuple[int, int, bool]]


def share_by(day: int, waits: Lengths, *, most: bool) -> Fraction:
    """The product-limit estimate after so many days, at the most or at the least."""
    laid = []
    for shortest, longest, over in waits:
        if not over:
            laid.append((shortest if most else longest, False))
        elif most:
            laid.append((min(longest, max(day, shortest)), True))
        else:
            laid.append((shortest if longest <= day else longest, True))
    still = Fraction(1)
    for each in sorted({days for days, over in laid if over and days <= day}):
        at_risk = sum(days >= each for days, _ in laid)
        still *= 1 - Fraction(sum(over and days == each for days, over in laid), at_risk)
    return 1 - still


def within(share: Fraction, waits: Lengths) -> int | str | None:
    """After how many days so many have come, as the JSON says it."""
    longest = max(each[1] for each in waits)

    def first(*, most: bool) -> int | None:
        every = (day for day in range(longest + 1) if share_by(day, waits, most=most) >= share)
        return next(every, None)

    soonest, latest = first(most=True), first(most=False)
    if soonest is None or soonest == latest:
        return soonest
    return f"{soonest}..{'' if latest is None else latest}"


def counted(group: str, facts: list[Fact], as_of: date) -> dict[str, object]:
    """The row of the group as the report should tell it."""
    answers = [each.lengths(FINAL, as_of) for each in facts]
    answered, gone = (
        sum(over for _, _, over in answers),
        sum(each.gave_up(as_of) for each in facts),
    )
    shares = {"quarter": 1, "median": 2, "three_quarters": 3}
    return {
        "group": group,
        "letters": len(facts),
        "answered": answered,
        "open": len(facts) - answered - gone,
        "signed_off": gone or None,
        **{
            name: within(Fraction(quarters, 4), answers) if len(facts) >= ENOUGH else None
            for name, quarters in shares.items()
        },
        **on_the_way("acknowledged", [each.lengths(RECEIVED, as_of) for each in facts]),
        **on_the_way("interim", [each.lengths(INTERIM, as_of) for each in facts]),
    }


def on_the_way(name: str, waits: Lengths) -> dict[str, object]:
    """How many came, and after how many days half had."""
    half = within(Fraction(1, 2), waits) if len(waits) >= ENOUGH else None
    return {name: sum(over for _, _, over in waits) or None, f"{name}_median": half}


def groups_of(facts: list[Fact], as_of: date) -> dict[str, dict[str, list[Fact]]]:
    """The facts by department, area and year of sending."""
    found: dict[str, dict[str, list[Fact]]] = {"departments": {}, "areas": {}, "years": {}}
    for each in facts:
        found["departments"].setdefault(each.department(as_of), []).append(each)
        found["areas"].setdefault(each.area or "Uten område", []).append(each)
        found["years"].setdefault(str(each.sent.first.year), []).append(each)
    return found


def about(day: date, precision: str) -> Edtf:
    """That day, or no more than its month, season or year."""
    seasons = {3: "21", 6: "22", 9: "23"}
    said = {
        "day": f"{day}",
        "month": f"{day:%Y-%m}",
        "season": f"{day.year}-{seasons.get(day.month // 3 * 3, day.strftime('%m'))}",
        "year": f"{day.year}",
    }
    return Edtf(said[precision])


PRECISION = some.sampled_from(["day", "day", "day", "month", "season", "year"])
AFTER = some.tuples(some.integers(0, 400), PRECISION)
STEPS = some.lists(
    some.tuples(some.sampled_from(["received", "interim", "mistake"]), AFTER), max_size=2
)
END = some.tuples(some.sampled_from(["answer", "answer", "sign off", "nothing"]), AFTER)
LETTERS = some.lists(
    some.tuples(
        some.dates(date(2021, 1, 1), date(2022, 12, 31)),
        PRECISION,
        some.sampled_from(["", "A", "B"]),
        some.dictionaries(
            some.sampled_from(["HOD", "KD", "KMD"]), some.tuples(STEPS, END), min_size=1
        ),
        some.sampled_from(["letter", "letter", "letter", "withdrawn", "expects nothing"]),
    ),
    min_size=1,
    max_size=4,
)
ASKED = some.builds(
    lambda as_of, year: Asked(as_of, *(whole_year(year) if year else ())),
    some.dates(date(2021, 6, 1), date(2024, 6, 30)),
    some.sampled_from([None, 2021, 2022]),
)


def happens(
    council: Council, sent: Edtf, area: str, to: Mapping[str, Any], fate: str
) -> list[Fact]:
    """Record one letter with all that came of it; what should count of it."""
    letter = council.send(
        sent.text, *to, area=area or None, expects_answer=fate != "expects nothing"
    )
    if fate == "withdrawn":
        with council.work() as work:
            withdraw_letter(work, letter=letter, why="Sendt ved en feil")
            work.commit()
        return []
    facts = []
    for recipient, (steps, (end, (later, precision))) in to.items():
        fact = Fact(recipient, area, sent)
        for step, (days, how) in steps:
            on = about(sent.last + timedelta(days), how)
            kind = RECEIVED if step == "received" else INTERIM
            council.receive(letter, recipient, on.text, kind=kind)
            if step == "mistake":
                with council.work() as work:
                    withdraw_reply(work, letter=letter, sender=recipient, why="Feil")
                    work.commit()
            else:
                fact.came.append((kind, on))
        on = about(sent.last + timedelta(later), precision)
        if end == "answer":
            council.receive(letter, recipient, on.text)
            fact.came.append((FINAL, on))
        elif end == "sign off" and fate != "expects nothing":
            with council.work() as work:
                sign_off(work, letter=letter, recipient=recipient, code=SignOffCode.NOTED, on=on)
                work.commit()
            fact.signed_off = on
        facts.append(fact)
    return facts if fate == "letter" else []


@given(letters=LETTERS, asked=some.lists(ASKED, min_size=1, max_size=4))
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_the_report_says_what_the_facts_say(
    council: Council,
    recorded: list[Fact],
    letters: list[tuple[date, str, str, Mapping[str, Any], str]],
    asked: list[Asked],
) -> None:
    for day, precision, area, to, fate in letters:
        recorded += happens(council, about(day, precision), area, to, fate)
    for question in asked:
        as_of = question.as_of
        facts = [
            each
            for each in recorded
            if each.sent.last <= as_of
            and (question.first is None or each.sent.last >= question.first)
            and (question.last is None or each.sent.first <= question.last)
        ]

        with council.reading() as work:
            document = made(work, REPORTS["response-times"], question, language("nb"))
        found = plain_document(document)

        assert found["all"] == ([counted("Alle", facts, as_of)] if facts else [])
        for name, groups in groups_of(facts, as_of).items():
            expected = [counted(group, groups[group], as_of) for group in sorted(groups)]
            assert sorted(found[name], key=lambda row: str(row["group"])) == expected


@pytest.fixture
def recorded(council: Council) -> list[Fact]:
    """All facts of the council so far: of every example, for they share one database."""
    council.today_is("2025-12-31")
    with council.work() as work:
        for key in "AB":
            register_area(work, key=key, name=key)
        work.commit()
    return []
