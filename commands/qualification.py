"""Fill in the qualification form of a theme, and take an earlier version of it back."""

from collections.abc import Mapping

from ..domain.events import FormRevised, FormTakenBack
from ..domain.qualification import (
    Answers,
    FormChangedMeanwhile,
    FormField,
    FormVersion,
    NoSuchVersion,
    NothingFilledIn,
    differing,
    put_in,
)
from ..domain.themes import Theme
from ..store.form_tables import add_version, newest_version, version_of
from ..store.unit_of_work import UnitOfWork


def revise_form(
    work: UnitOfWork,
    *,
    theme: str,
    answers: Mapping[FormField, str],
    made_from: int | None = None,
) -> FormVersion:
    """Save these answers as a new version, and give it; those not named stay as they are.

    `made_from` is the version that whoever answers had before them (0: none); left out, nobody is
    asked. What says the same as the version in force is that version, and no new one. Raises
    NothingFilledIn, AnswerTooLong and FormChangedMeanwhile.
    """
    found = work.get(Theme, theme)
    now = newest_version(work.session, theme)
    before = now.answers if now else {}
    after = put_in(before, answers)
    changed = differing(before, after)
    if now is not None and not changed:
        return now
    if not changed:
        raise NothingFilledIn
    number = now.number if now else 0
    if made_from is not None and made_from != number:
        raise FormChangedMeanwhile(number=number)
    found.record(FormRevised(theme, number + 1, tuple(each.value for each in changed)))
    return _keep(work, found, before, FormVersion(theme, number + 1, work.now, work.by, after))


def take_back_form(
    work: UnitOfWork, *, theme: str, number: int, made_from: int | None = None
) -> FormVersion:
    """Let version `number` stand again, as a new version.

    Where it says the same as the version in force, that is given. Raises NoSuchVersion and
    FormChangedMeanwhile.
    """
    found = work.get(Theme, theme)
    earlier = version_of(work.session, theme, number)
    now = newest_version(work.session, theme)
    if earlier is None or now is None:
        raise NoSuchVersion(theme=theme, number=number)
    if not differing(now.answers, earlier.answers):
        return now
    if made_from is not None and made_from != now.number:
        raise FormChangedMeanwhile(number=now.number)
    found.record(FormTakenBack(theme, now.number + 1, number))
    again = FormVersion(theme, now.number + 1, work.now, work.by, earlier.answers, number)
    return _keep(work, found, now.answers, again)


def form_of(work: UnitOfWork, theme: str, number: int | None = None) -> FormVersion | None:
    """That version of the form, the newest where none is named; None before there is any.

    Raises NoSuchVersion.
    """
    if number is None:
        return newest_version(work.session, theme)
    found = version_of(work.session, theme, number)
    if found is None:
        raise NoSuchVersion(theme=theme, number=number)
    return found


def _keep(work: UnitOfWork, theme: Theme, before: Answers, version: FormVersion) -> FormVersion:
    add_version(work.session, version)
    goal = version.answers.get(FormField.GOAL, "")
    if goal and goal != before.get(FormField.GOAL):
        # The theme has one goal, and the form is where it is written.
        theme.correct(goal=goal)
    theme.touch(work.today)
    return version
