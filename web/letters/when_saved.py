"""What follows once a letter is registered: which answers, due when, who is reminded."""

from ...commands.letters import due_date
from ...domain.dates import Edtf, read_date
from ...domain.errors import TilsvarError
from ...domain.kinds import LetterKind
from ...domain.ladders import Audience, Ladder, Rung
from ...reports.rungs_in_words import rung_with_side
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import with_weekday
from ...wording.due_dates import rule_in_words
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted
from ..forms import Filled
from ..names import Names
from .forms import NewLetter


def when_saved(
    form: Filled[NewLetter], work: UnitOfWork, names: Names, lang: Language
) -> list[str]:
    """One sentence each, as far as what is typed says it."""
    kind = LetterKind(form.value("kind")) if form.value("kind") in list(LetterKind) else None
    answer = form.value("answer")
    if answer == "no" or (not answer and kind is not None and not work.rules.expects_answer[kind]):
        return [lang.text("No answer is expected, and nobody is reminded.")]
    return [
        _answers(form, names, lang),
        *_due(form, kind or LetterKind.LETTER, work, lang),
        *_reminders(work.ladders.ladder("answer"), lang),
        lang.text("Nothing is sent to the recipients."),
    ]


def _answers(form: Filled[NewLetter], names: Names, lang: Language) -> str:
    chosen = [names.label(key) for key in form.values("to") if key in names.organisations]
    if not chosen or form.value("other").strip():
        return lang.text("Each recipient has an expected answer of its own.")
    return lang.plural(
        "{count} expected answer: {who}.",
        "{count} expected answers: {who}.",
        len(chosen),
        count=capitalised(counted(len(chosen), lang, "neuter")),
        who=joined(chosen, lang),
    )


def _due(form: Filled[NewLetter], kind: LetterKind, work: UnitOfWork, lang: Language) -> list[str]:
    rule = rule_in_words(work.rules.answer_rule(kind), lang)
    sent = _date(form.value("sent"))
    if _date(form.value("due")) is not None:
        return [lang.text("The answer is due on the day that the letter itself names.")]
    if sent is None:
        hint = lang.text("The due date is shown here once the date of sending is valid.")
        return [rule, hint]
    day = with_weekday(due_date(work, kind, sent).day, lang)
    return [rule, lang.text("Sent then, the answer is due {day}.", day=day)]


def _date(typed: str) -> Edtf | None:
    try:
        return read_date(typed)
    except TilsvarError:
        return None


def _reminders(ladder: Ladder, lang: Language) -> list[str]:
    if not ladder.rungs:
        return [lang.text("Nobody is reminded of it.")]
    days = joined([rung_with_side(each.name, lang) for each in ladder.rungs], lang)
    said = [lang.text("Whoever is responsible is reminded: {days}.", days=days)]
    return said + _last(ladder.rungs[-1], lang)


def _last(rung: Rung, lang: Language) -> list[str]:
    if Audience.LEADER in rung.to:
        return [
            lang.text(
                "The last reminder also goes to the leader of the council, with a drafted "
                "follow-up."
            )
        ]
    return [lang.text("The last reminder brings a drafted follow-up.")]
