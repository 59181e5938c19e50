"""The panel beside a letter: what each recipient owes, and how its date was worked out.

Where all recipients have one date and one story, it is told once.
"""

from dataclasses import dataclass, replace
from urllib.parse import quote

from ...domain.dates import Edtf
from ...domain.events import AnswerDueMoved
from ...domain.ladders import Audience
from ...domain.letters import Letter
from ...domain.obligations import Obligation, ObligationState
from ...domain.working_days import ONE_DAY
from ...reports.explained_date import ExplainedDate
from ...reports.explanation import explain
from ...reports.render_explanation import NOT_PEOPLE, rows_of
from ...store.clock import local_day
from ...store.event_log import Recorded
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf, with_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ...wording.periods import not_counted, working_days
from ..facts import Fact, known
from ..names import Names
from ..standing import Standing
from .standing import standing

NAMED_DAYS = 12
"""How many days off an explanation names before it only counts them."""


@dataclass(frozen=True)
class Answer:
    """One recipient. `now` is who answers today where the recipient has been taken over."""

    recipient: str
    name: str
    now: str | None
    standing: Standing
    facts: list[Fact]
    explained: list[Fact]


@dataclass(frozen=True)
class Panel:
    """`shared` and `explained` hold what is the same for all answers, else they are empty."""

    heading: str
    answers: list[Answer]
    shared: list[Fact]
    explained: list[Fact]


@dataclass(frozen=True)
class _Telling:
    """Puts the facts about one letter's answers into words."""

    work: UnitOfWork
    letter: Letter
    names: Names
    lang: Language
    follow_ups: list[Letter]

    def facts(self, obligation: Obligation, date: ExplainedDate) -> list[Fact]:
        if obligation.due() is None:
            return []
        asked = [each for each in self.follow_ups if self._same(obligation, each)]
        found = [
            Fact(self.lang.text("Answer due"), self._due(obligation)),
            Fact(self.lang.text("Follow-ups"), self._asked(asked)),
        ]
        if obligation.open:
            said = self._next_reminder(obligation, date)
            found.append(
                Fact(self.lang.text("Next reminder"), said, self._reminders(obligation, date))
            )
        return known(*found)

    def _same(self, obligation: Obligation, follow_up: Letter) -> bool:
        on = self.work.succession.on
        today = self.work.today
        asked = {on(each, today) for each in follow_up.recipients}
        return on(obligation.recipient, today) in asked

    def _due(self, obligation: Obligation) -> str:
        due, promised = obligation.due(self.work.today), obligation.promised(self.work.today)
        if promised is not None and not promised.is_day:
            return edtf(promised, self.lang)
        return with_weekday(due, self.lang) if due else ""

    def _asked(self, asked: list[Letter]) -> str:
        if not asked:
            return self.lang.text("none sent")
        last = max(asked, key=lambda each: each.sent.sort_key())
        return self.lang.text(
            "{count} sent, the last {when}",
            count=counted(len(asked), self.lang, "feminine"),
            when=edtf(last.sent, self.lang),
        )

    def _reminders(self, obligation: Obligation, date: ExplainedDate) -> str | None:
        """Where the reminders of this answer alone are chosen."""
        if obligation.asked_again_in is not None:
            return None
        ladder = "promise" if date.promised else "answer"
        return f"/settings/ladders/{ladder}/{quote(obligation.key)}"

    def _next_reminder(self, obligation: Obligation, date: ExplainedDate) -> str:
        if obligation.asked_again_in is not None:
            follow_up = obligation.asked_again_in
            return self.lang.text("when the follow-up {letter} is overdue", letter=follow_up)
        ladder = self.work.ladders.ladder("promise" if date.promised else "answer", date.key)
        written = [rung for rung in date.rungs if rung.version == obligation.version]
        waiting = [(rung.day, rung.rung) for rung in written if rung.state == "waiting"]
        due = obligation.due()
        if not written and due is not None:
            # Recorded a moment ago: the clock's list follows, and will say the same.
            planned = ladder.days(Edtf.on(due), self.work.calendar)
            waiting = [(day, each.name) for each, day in planned if day >= self.work.today]
        if not waiting:
            return self.lang.text("none planned")
        first, name = min(waiting)
        day = with_weekday(first, self.lang)
        if Audience.LEADER in ladder.rung(name).to:
            return self.lang.text("{day}, also to the leader of the council", day=day)
        return day

    def explained(self, obligation: Obligation, date: ExplainedDate) -> list[Fact]:
        if obligation.due() is None:
            return []
        # That it is closed stands on the tag above.
        still = replace(date, closed_on=None)
        rows = [Fact(label, said) for label, said in rows_of(still, self.lang, self.names.labels)]
        if obligation.state(self.work.today) is ObligationState.OVERDUE:
            rows.append(Fact(self.lang.text("Overdue"), self._overdue(obligation)))
        moves = [each for each in date.changes if isinstance(each.event, AnswerDueMoved)]
        changed = " ".join(self._moved(each) for each in moves) or self.lang.text("never")
        return [*rows, Fact(self.lang.text("Changed"), changed)]

    def _overdue(self, obligation: Obligation) -> str:
        today, calendar = self.work.today, self.work.calendar
        due = obligation.due(today) or today
        counted_days = self.lang.text(
            "{days}, from {day} to today.",
            days=working_days(calendar.count(due, today), self.lang),
            day=day_in_full(due + ONE_DAY, self.lang),
        )
        off = calendar.days_off(due, today)
        named = [each for each in off if each.name]
        if len(named) > NAMED_DAYS:
            skipped = self.lang.text(
                "Weekends and {n} other days off are not counted.", n=len(named)
            )
        else:
            skipped = not_counted(off, self.lang)
        return " ".join(filter(None, (counted_days, skipped)))

    def _moved(self, recorded: Recorded) -> str:
        event = recorded.event
        if not isinstance(event, AnswerDueMoved):
            return ""
        by = recorded.by
        who = self.lang.text(NOT_PEOPLE[by]) if by in NOT_PEOPLE else self.names.labels.get(by, by)
        day = day_in_full(local_day(recorded.at, self.work.office.zone), self.lang)
        return self.lang.text(
            "{day} by {who}: from {was} to {due}.",
            day=day,
            who=who,
            was=day_in_full(event.was, self.lang),
            due=day_in_full(event.due, self.lang),
        )


def answers_panel(
    letter: Letter, follow_ups: list[Letter], work: UnitOfWork, names: Names, lang: Language
) -> Panel:
    """What is expected of each recipient of the letter; `follow_ups` are letters that ask again."""
    telling = _Telling(work, letter, names, lang, follow_ups)
    dates = {each.key: each for each in explain(work, letter.key)}
    told = [
        (each, telling.facts(each, dates[each.key]), telling.explained(each, dates[each.key]))
        for each in letter.obligations
    ]
    # What is told once for all leads to the reminders of none of them.
    said = [([replace(each, href=None) for each in facts], why) for _, facts, why in told]
    alike = len(told) > 1 and all(each == said[0] for each in said)
    return Panel(
        _heading(letter, work, lang),
        [
            Answer(
                each.recipient,
                names.title(each.recipient),
                names.successor(each.recipient),
                standing(each, work.today, work.calendar, lang),
                [] if alike else facts,
                [] if alike else explained,
            )
            for each, facts, explained in told
        ],
        said[0][0] if alike else [],
        said[0][1] if alike else [],
    )


def _heading(letter: Letter, work: UnitOfWork, lang: Language) -> str:
    expected = [each for each in letter.obligations if each.expected]
    if len(expected) <= 1:
        return lang.text("Expected answer") if expected else lang.text("No answer expected")
    closed = sum(each.closed(work.today) for each in expected)
    count = capitalised(counted(len(expected), lang, "neuter"))
    if closed == len(expected):
        return lang.text("{count} expected answers, all closed", count=count)
    return lang.text(
        "{count} expected answers, {closed} closed",
        count=count,
        closed=counted(closed, lang, "neuter"),
    )
