"""A date explained in words: what it rests on, who changed it and when, who is reminded when."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from ..domain.dates import Edtf
from ..domain.kinds import Kind, Step
from ..domain.meeting_cycle import Stage
from ..domain.sentences import N_
from ..store.event_log import Recorded
from ..wording import due_dates
from ..wording.dates import day_in_full, edtf, moment, with_weekday
from ..wording.history import sentence
from ..wording.language import Language
from ..wording.plans import step_name
from .columns import aligned
from .explained_date import ExplainedDate, PlannedRung
from .render_explained_theme import rows_of_theme
from .rungs_in_words import rung_with_side

RUNG_STATES = {
    "waiting": N_("planned"),
    "fired": N_("reminded"),
    "superseded": N_("dropped, since the date moved, or a later reminder took its place"),
    "closed": N_("dropped, since nothing was left to remind of"),
    "resting": N_("at rest, since nothing is to be reminded of for now"),
    "too_late": N_("not sent, since the day had passed when this was recorded"),
    "dropped": N_("dropped, since the ladder was changed"),
    "snoozed": N_("kept back, since somebody had put it off"),
    "failed": N_("not sent, since Tilsvar itself failed: see tilsvar failure list"),
}

NOT_PEOPLE = {
    "clock": N_("Tilsvar's clock"),
    "import": N_("import of a register"),
    "cli": N_("the command line"),
}
"""Who records facts and is no person."""

_WHY_THEN = {
    Step.PAPERS: N_("7 days before the meeting"),
    Step.MINUTES: N_("10 working days after the meeting"),
    Step.COMMENTS: N_("5 working days after the minutes"),
}
"""What a stage around a council meeting is counted from, unless a person has set its date."""

Rows = list[tuple[str, str]]


def explanation_text(
    dates: Sequence[ExplainedDate], lang: Language, names: Mapping[str, str], zone: ZoneInfo
) -> str:
    """One paragraph a date; `names` of people and organisations by key, moments shown in `zone`."""
    return "\n".join("\n".join(_told(each, lang, names, zone)) + "\n" for each in dates)


def rows_of(date: ExplainedDate, lang: Language, names: Mapping[str, str]) -> Rows:
    """What the date rests on: a label and a sentence each."""
    match date.kind:
        case Kind.CONSULTATION:
            return _consultation(date, lang, names)
        case Kind.OP_ED:
            return _op_ed(date, lang)
        case Kind.MEETING:
            return _meeting(date, lang)
        case Kind.THEME | Kind.STAKEHOLDER | Kind.MEASURE | Kind.PROMISE:
            return rows_of_theme(date, lang)
        case Kind.DEADLINE:
            rule = lang.text("The date was set as it stands, not worked out.")
            return [(lang.text("Rule"), rule), *_deadline(date.due, lang), *_closed(date, lang)]
    return _answer(date, lang)


def _told(
    date: ExplainedDate, lang: Language, names: Mapping[str, str], zone: ZoneInfo
) -> list[str]:
    return [
        f"{date.key}: {' '.join(date.title.split())}",
        *aligned(rows_of(date, lang, names)),
        *listed(lang.text("Changes"), changes_in_words(date.changes, lang, names, zone)),
        *listed(lang.text("Reminders"), [_rung(one, lang) for one in date.rungs]),
    ]


def listed(heading: str, lines: Sequence[str]) -> list[str]:
    """Lines under their heading; neither where there are none."""
    return [f"  {heading}", *(f"    {line}" for line in lines)] if lines else []


def _answer(date: ExplainedDate, lang: Language) -> Rows:
    if date.ruled is None or date.due is None:
        return [(lang.text("Rule"), lang.text("No answer is expected."))]
    rows = due_dates.explain(date.ruled, lang)
    if date.set_by_hand:
        rows.append((lang.text("Moved by hand"), with_weekday(date.set_by_hand, lang)))
    if date.promised:
        rows.append((lang.text("Promised"), _counted_to(date.promised, lang)))
    if date.due.day != date.ruled.day:
        rows.append((lang.text("Answer due now"), with_weekday(date.due.day, lang)))
    return rows + _closed(date, lang)


def _consultation(date: ExplainedDate, lang: Language, names: Mapping[str, str]) -> Rows:
    publisher = names.get(date.publisher or "", date.publisher or "")
    rows = [(lang.text("Rule"), lang.text("{publisher} set the date.", publisher=publisher))]
    return rows + _deadline(date.due, lang) + _closed(date, lang)


def _op_ed(date: ExplainedDate, lang: Language) -> Rows:
    rule = lang.text("Rule")
    if date.touched is None or not date.open:
        return [(rule, lang.text("Nothing is waited for."))]
    if date.due is not None:
        said = lang.text("The members were given a day for their comments.")
        return [(rule, said), (lang.text("Comments by"), with_weekday(date.due.day, lang))]
    if date.submitted is not None:
        said = lang.text("An outlet is asked after when it has not answered for a while.")
        return [(rule, said), (lang.text("Submitted"), with_weekday(date.submitted, lang))]
    return [
        (rule, lang.text("A draft is asked after when it has lain untouched.")),
        (lang.text("Last changed"), with_weekday(date.touched, lang)),
    ]


def _meeting(date: ExplainedDate, lang: Language) -> Rows:
    if date.called_off:
        rule = lang.text("The meeting was called off, and nothing is waited for.")
        return [(lang.text("Rule"), rule), (lang.text("Meeting"), _set(date.due, lang))]
    if date.open_day:
        rule = lang.text("Papers and minutes are counted from the meeting once its day is fixed.")
        return [(lang.text("Rule"), rule), (lang.text("Meeting"), _set(date.due, lang))]
    if not date.stages:
        rule = lang.text("The date was set as it stands, not worked out.")
        return [(lang.text("Rule"), rule), (lang.text("Meeting"), _set(date.due, lang))]
    rule = lang.text("Papers, minutes and comments are counted from the meeting, by habit.")
    return [
        (lang.text("Rule"), rule),
        *((step_name(each.step, lang), _stage(each, lang)) for each in date.stages),
    ]


def _stage(stage: Stage, lang: Language) -> str:
    """By when, why then, and whether it is done."""
    when = _set(stage.due, lang)
    if stage.step is Step.APPROVAL:
        meeting = stage.meeting or lang.text("the next council meeting")
        when = lang.text("{meeting}, {when}", meeting=meeting, when=when)
    elif stage.step in _WHY_THEN and not stage.agreed:
        when = f"{when} ({lang.text(_WHY_THEN[stage.step])})"
    if stage.on is not None:
        return lang.text("{when}, sent {day}", when=when, day=edtf(stage.on, lang))
    return lang.text("{when}, done", when=when) if stage.done else when


def _set(due: Edtf | None, lang: Language) -> str:
    return _exactly(due, lang) if due else lang.text("not known")


def _deadline(due: Edtf | None, lang: Language) -> Rows:
    if due is None:
        return [(lang.text("Deadline"), lang.text("not known"))]
    if due.first == due.last:
        return [(lang.text("Deadline"), _exactly(due, lang))]
    counts = lang.text(
        "reminders count from {first}, and it has passed after {last}",
        first=day_in_full(due.first, lang),
        last=day_in_full(due.last, lang),
    )
    return [(lang.text("Deadline"), edtf(due, lang)), (lang.text("Not one day"), counts)]


def _counted_to(promised: Edtf, lang: Language) -> str:
    if promised.is_day:
        return with_weekday(promised.day, lang)
    last = with_weekday(promised.last, lang)
    return lang.text("{promised}, counted to {day}", promised=edtf(promised, lang), day=last)


def _exactly(due: Edtf, lang: Language) -> str:
    return with_weekday(due.day, lang) if due.is_day else edtf(due, lang)


def _closed(date: ExplainedDate, lang: Language) -> Rows:
    if date.closed_on is None:
        return []
    return [(lang.text("Closed"), with_weekday(date.closed_on, lang))]


def changes_in_words(
    changes: Sequence[Recorded], lang: Language, names: Mapping[str, str], zone: ZoneInfo
) -> list[str]:
    """Each event with its moment, as the clock in `zone` shows it, and who recorded it."""
    return [
        lang.text(
            "{moment}, {by}: {sentence}",
            moment=moment(one.at, lang, zone),
            sentence=sentence(one.event, lang, names),
            by=person(one.by, lang, names),
        )
        for one in changes
    ]


def person(by: str, lang: Language, names: Mapping[str, str]) -> str:
    """Who recorded something: a name, or what it was that was no person."""
    return lang.text(NOT_PEOPLE[by]) if by in NOT_PEOPLE else names.get(by, by)


def _rung(one: PlannedRung, lang: Language) -> str:
    day, when = with_weekday(one.day, lang), rung_with_side(one.rung, lang)
    return f"{day} ({when}): {lang.text(RUNG_STATES[one.state])}"
