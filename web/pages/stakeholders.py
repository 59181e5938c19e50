"""One organisation's part in a theme: what it answers for, and how its stance has changed."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.stakeholders import party_in
from ...domain.dates import Edtf
from ...domain.kinds import Kind
from ...domain.parties import Party
from ...domain.stakeholders import Stakeholder, Stance
from ...domain.themes import Theme
from ...store.timelines import heard_of, next_planned
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import opener
from ..deeds.of_stances import which
from ..deeds.panel import deed_panel
from ..facts import Fact, known
from ..languages import reader_language
from ..links import place
from ..names import Names
from ..rendering import page
from ..stakeholders.evidence import Evidence, evidence_of
from ..stakeholders.said import (
    continued,
    known_by,
    level_word,
    role_word,
    stance_now,
    stance_tag,
)
from ..standing import Standing
from ..things.past import past


@dataclass(frozen=True)
class StanceLine:
    """One stance: `withdraw` leads to where it is withdrawn, empty for whoever may not.

    `which` names it to what lets it stand again, empty where it does.
    """

    on: Edtf
    said: Standing
    who: str
    source: str
    evidence: Evidence | None
    withdrawn: bool
    why: str
    withdraw: str
    which: str


def stakeholder(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        theme = work.view(Theme, request.path_params["key"])
        party = party_in(work, theme.key, request.path_params["organisation"])
        if party is None:
            raise HTTPException(404)
        names, own = Names(work), party.own
        deeds = deed_panel(request, Kind.STAKEHOLDER, own, work, lang)
        earlier = [(Kind.STAKEHOLDER, each.key) for each in party.rows if each is not own]
        return page(
            request,
            "stakeholder.html",
            work,
            section="themes",
            title=names.title(party.organisation),
            theme=theme.title,
            theme_href=place(Kind.THEME, theme.key),
            organisation_href=place(Kind.ORGANISATION, party.organisation),
            meta=_meta(party, names, lang),
            removed=party.removed,
            why=own.why,
            stance=stance_now(party.stance, lang),
            stances=_stances(request, party, work, names, lang),
            restore=place(Kind.STAKEHOLDER, own.key, "restore-stance"),
            rows=_facts(party, work, names, lang),
            deeds=deeds,
            done=deeds.done,
            lines=past(work, Kind.STAKEHOLDER, own.key, names, lang, besides=earlier),
        )


def _meta(party: Party, names: Names, lang: Language) -> list[str]:
    said = (role_word(party.role, lang), continued(party, names, lang), party.organisation)
    return [each for each in said if each]


def _stances(
    request: Request, party: Party, work: UnitOfWork, names: Names, lang: Language
) -> list[StanceLine]:
    every = party.stances
    evidence = evidence_of(work, party.theme, every, lang)
    withdraw = place(Kind.STAKEHOLDER, party.own.key, "withdraw-stance")
    writes = opener(request)(withdraw)
    several = len(party.rows) > 1 or bool(party.continued_from)

    def line(row: Stakeholder, each: Stance) -> StanceLine:
        asked = f"{withdraw}?{urlencode({'which': which(each)})}"
        return StanceLine(
            each.as_of,
            stance_tag(each.stance, lang),
            names.label(row.organisation) if several else "",
            each.source,
            evidence.get((row.key, each.number)),
            each.withdrawn,
            each.why,
            asked if writes and not each.withdrawn else "",
            which(each) if writes and each.withdrawn else "",
        )

    return [line(row, each) for row, each in every]


def _facts(party: Party, work: UnitOfWork, names: Names, lang: Language) -> list[Fact]:
    line = work.succession.line(party.organisation)
    heard = heard_of(work, line, party.theme)
    planned = next_planned(work, line, party.theme)
    return known(
        Fact(lang.text("Responsibility"), party.responsibility),
        Fact(lang.text("Influence"), capitalised(level_word(party.influence, lang))),
        Fact(lang.text("Interest"), capitalised(level_word(party.interest, lang))),
        Fact(lang.text("Known by"), known_by(party, names, lang)),
        Fact(
            lang.text("Last heard from"),
            edtf(Edtf.on(heard), lang) if heard else lang.text("never about this theme"),
        ),
        Fact(lang.text("Next planned"), edtf(planned.on, lang) if planned else ""),
        Fact(lang.text("Source"), party.source),
    )
