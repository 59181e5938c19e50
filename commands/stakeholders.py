"""Facts about who has a stake in a theme: named, put right, taken off the list and put back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, select

from ..domain.errors import DomainError
from ..domain.organisations import Organisation
from ..domain.parties import Party, parties
from ..domain.people import Person
from ..domain.stakeholders import Level, OnTheList, Stakeholder, StakeholderRole, key_of
from ..domain.themes import Theme
from ..store import stakeholder_tables as tables
from ..store.unit_of_work import UnitOfWork


class ContinuesAnother(DomainError):
    """{organisation} is on the list of stakeholders already, with what was registered of {row}.

    Correct that instead.
    """


def name_stakeholder(
    work: UnitOfWork,
    *,
    theme: str,
    organisation: str,
    role: StakeholderRole,
    responsibility: str = "",
    influence: Level | None = None,
    interest: Level | None = None,
    known_by: Iterable[str] = (),
    source: str = "",
) -> Stakeholder:
    """Put an organisation on the theme's list of stakeholders.

    One that was taken off is put back, as it is told now. Raises Unknown and OnTheList.
    """
    work.known(Theme, theme)
    work.known(Organisation, organisation)
    told: dict[str, Any] = {
        "role": role,
        "responsibility": responsibility.strip(),
        "influence": influence,
        "interest": interest,
        "known_by": tuple(work.known(Person, each) for each in dict.fromkeys(known_by)),
        "source": source.strip(),
    }
    found = work.find(Stakeholder, key_of(theme, organisation))
    if found is not None:
        if not found.removed:
            raise OnTheList(organisation=organisation)
        found.restore()
        found.correct(**told)
        return found
    found = Stakeholder.of(theme, organisation, **told)
    work.add(found)
    return found


def name_stakeholders(
    work: UnitOfWork,
    *,
    theme: str,
    organisations: Iterable[str],
    role: StakeholderRole,
    responsibility: str = "",
    source: str = "",
) -> list[Stakeholder]:
    """Put several on the list at once, alike. Raises Unknown, OnTheList and ContinuesAnother.

    Whoever continues another's row stands there with all that is known of it. A row of its own
    would put something else in its place unseen, so it is put right instead.
    """
    every = list(dict.fromkeys(organisations))
    for each in every:
        party = party_in(work, theme, each)
        if party is None or party.removed:
            continue
        if party.has_own:
            raise OnTheList(organisation=party.organisation)
        raise ContinuesAnother(organisation=party.organisation, row=party.own.organisation)
    return [
        name_stakeholder(
            work,
            theme=theme,
            organisation=each,
            role=role,
            responsibility=responsibility,
            source=source,
        )
        for each in every
    ]


def correct_stakeholder(work: UnitOfWork, *, stakeholder: str, **values: Any) -> Stakeholder:
    """Put right its role, responsibility, influence, interest, `known_by` or source.

    Raises Unknown, also for a person in `known_by` who is not there.
    """
    found = work.get(Stakeholder, stakeholder)
    for each in set(values.get("known_by", ())) - set(found.known_by):
        work.known(Person, each)
    found.correct(**values)
    return found


def remove_stakeholder(work: UnitOfWork, *, stakeholder: str, why: str = "") -> Stakeholder:
    """It has no stake any more, or never had. Raises Unknown and OffTheList."""
    found = work.get(Stakeholder, stakeholder)
    found.remove(why)
    return found


def restore_stakeholder(work: UnitOfWork, *, stakeholder: str) -> Stakeholder:
    """It has a stake after all. Raises Unknown and OnTheList."""
    found = work.get(Stakeholder, stakeholder)
    found.restore()
    return found


def stakeholders_of(work: UnitOfWork, theme: str) -> list[Party]:
    """Whoever has a stake in that theme by who answers today, also those taken off the list."""
    return _parties(work, tables.stakeholder.c.theme == theme)


def roles_of(work: UnitOfWork, organisation: str) -> list[Party]:
    """In which themes the organisation, or one that it took over from, has a stake."""
    line = work.succession.line(organisation)
    return _parties(work, tables.stakeholder.c.organisation.in_(line))


def party_in(work: UnitOfWork, theme: str, organisation: str) -> Party | None:
    """The organisation's part in that theme with what it continues; None where it has none."""
    today = work.succession.on(organisation, work.today)
    row = tables.stakeholder.c
    line = work.succession.line(today)
    found = _parties(work, (row.theme == theme) & row.organisation.in_(line))
    return next(iter(found), None)


def parties_in(work: UnitOfWork, whom: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Party]:
    """Several at once, by theme and by who answers today; left out where there is none."""
    asked = set(whom)
    row, line = tables.stakeholder.c, work.succession.line
    names = {name for _, organisation in asked for name in line(organisation)}
    those = row.theme.in_({theme for theme, _ in asked}) & row.organisation.in_(names)
    found = _parties(work, those) if asked else []
    return {(each.theme, each.organisation): each for each in found}


def _parties(work: UnitOfWork, those: ColumnElement[bool]) -> list[Party]:
    work.session.flush()
    rows = work.session.scalars(select(Stakeholder).where(those)).all()
    return parties(rows, work.succession, work.today)
