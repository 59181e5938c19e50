"""The stakeholders on the page of a theme: by role, and where each stands as far as is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from ...commands.stakeholders import stakeholders_of
from ...domain.dates import Edtf
from ...domain.kinds import Kind
from ...domain.parties import Party
from ...domain.stakeholders import StakeholderRole
from ...domain.themes import Theme
from ...store.timelines import heard_in
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ...wording.lists import joined
from ..access import opener
from ..links import place
from ..names import Names
from ..standing import Standing
from .evidence import Evidence, evidence_of
from .said import HEADINGS, continued, known_by, level_word, stance_now


@dataclass(frozen=True)
class Row:
    """One organisation of today. `record` leads to where a stance is recorded, else it is empty."""

    name: str
    href: str
    continued: str
    responsibility: str
    stance: Standing
    source: str
    evidence: Evidence | None
    weight: str
    known_by: str
    heard: str
    record: str


@dataclass(frozen=True)
class Group:
    """The stakeholders of one role; `id` names it within the page."""

    id: str
    heading: str
    rows: list[Row]


@dataclass(frozen=True)
class Stakeholders:
    """`add` is where others are put on the list, empty for whoever may not; `off` are taken off."""

    groups: list[Group]
    off: list[tuple[str, str]]
    add: str


def stakeholders_panel(
    request: Request, theme: Theme, work: UnitOfWork, names: Names, lang: Language
) -> Stakeholders:
    every = stakeholders_of(work, theme.key)
    listed = [each for each in every if not each.removed]
    may = opener(request)
    current = [pair for each in listed for pair in each.stances if pair[1] is each.stance]
    rows = _Rows(
        evidence_of(work, theme.key, current, lang),
        heard_in(work, theme.key) if listed else {},
        names,
        lang,
        writes=may(place(Kind.STAKEHOLDER, f"{theme.key}/-", "stance")),
    )
    add = place(Kind.THEME, theme.key, "stakeholders/new")
    return Stakeholders(
        [
            Group(f"role-{role.value}", lang.text(HEADINGS[role]), found)
            for role in StakeholderRole
            if (found := [rows.row(each, work) for each in listed if each.role is role])
        ],
        [(names.title(each.organisation), party_place(each)) for each in every if each.removed],
        add if may(add) else "",
    )


def party_place(party: Party, deed: str = "") -> str:
    """The page of the organisation's part in the theme, by who answers today."""
    return place(Kind.STAKEHOLDER, f"{party.theme}/{party.organisation}", deed)


@dataclass(frozen=True)
class _Rows:
    evidence: Mapping[tuple[str, int], Evidence]
    heard: Mapping[str, date]
    names: Names
    lang: Language
    writes: bool

    def row(self, party: Party, work: UnitOfWork) -> Row:
        where, stance = next(
            (pair for pair in party.stances if pair[1] is party.stance), (party.own, None)
        )
        return Row(
            self.names.title(party.organisation),
            party_place(party),
            continued(party, self.names, self.lang),
            party.responsibility,
            stance_now(stance, self.lang),
            stance.source if stance else "",
            self.evidence.get((where.key, stance.number)) if stance else None,
            weight(party, self.lang),
            known_by(party, self.names, self.lang),
            self._heard(party, work),
            party_place(party, "stance") if self.writes else "",
        )

    def _heard(self, party: Party, work: UnitOfWork) -> str:
        line = work.succession.line(party.organisation)
        days = [self.heard[each] for each in line if each in self.heard]
        return edtf_short(Edtf.on(max(days)), self.lang) if days else ""


def weight(party: Party, lang: Language) -> str:
    """Its influence and interest, "innflytelse høy"; empty where neither is known."""
    said = []
    if party.influence:
        said.append(lang.text("influence {level}", level=level_word(party.influence, lang)))
    if party.interest:
        said.append(lang.text("interest {level}", level=level_word(party.interest, lang)))
    return joined(said, lang)
