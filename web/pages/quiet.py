"""Who has gone quiet: stakeholders of whom nothing has been heard for long, the longest first."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.dates import Edtf
from ...domain.stakeholders import StakeholderRole
from ...reports.silence import Contact, Silence, contacts, patience, silences
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.periods import days
from ..access import sender
from ..languages import reader_language
from ..lists.listing import Facet
from ..lists.paging import paged
from ..names import Names
from ..rendering import page
from ..stakeholders.said import HEADINGS, role_word
from ..today.put_off import held

PAGE = 50
PATH = "/themes/quiet"


@dataclass(frozen=True)
class QuietLine:
    """One stakeholder: since when it has been silent, for how long, and what is planned."""

    who: str
    href: str
    theme: str
    theme_href: str
    role: str
    heard: Edtf | None
    long: str
    last: Edtf | None
    meeting: Edtf | None
    note: str
    put_off: str
    resting: bool


def quiet(request: Request) -> Response:
    """The owners, or those of the role and the theme that the address names."""
    lang, asked = reader_language(request), request.query_params
    role = _role(asked.get("role", StakeholderRole.OWNER.value))
    with request.app.state.tilsvar.office.reading() as work:
        every = silences(work, role=role)
        theme = asked.get("theme", "")
        known = {each.theme: each.title for each in every}
        # A theme of which nobody is silent is asked for too, as by a mail that is some days old.
        found = [each for each in every if theme in ("", each.theme)]
        paging = paged(request, len(found), PAGE)
        shown = found[paging.first : paging.first + PAGE]
        return page(
            request,
            "quiet.html",
            work,
            section="themes",
            path=PATH,
            patience=patience(work),
            facets=[_roles(role, lang), _themes(known, theme, work, lang)],
            rows=_lines(work, shown, lang),
            found=len(found),
            paging=paging,
            may=sender(request),
        )


def _role(asked: str) -> StakeholderRole | None:
    """Everybody, where the address says so with an empty role; owners where it says nonsense."""
    if not asked:
        return None
    return StakeholderRole(asked) if asked in set(StakeholderRole) else StakeholderRole.OWNER


def _roles(role: StakeholderRole | None, lang: Language) -> Facet:
    options = [(each.value, lang.text(said)) for each, said in HEADINGS.items()]
    return Facet("role", lang.text("Role"), options, role.value if role else "")


def _themes(known: dict[str, str], theme: str, work: UnitOfWork, lang: Language) -> Facet:
    if theme and theme not in known:
        known = known | {theme: Names(work).theme(theme) or theme}
    options = sorted(known.items(), key=lambda each: each[1].casefold())
    return Facet("theme", lang.text("Theme"), options, theme)


def _lines(work: UnitOfWork, found: Sequence[Silence], lang: Language) -> list[QuietLine]:
    names, later = Names(work), held(work, work.today)
    between = contacts(work, [each.organisation for each in found])
    return [
        _line(each, between[each.organisation], names, lang, today=work.today, later=later)
        for each in found
    ]


def _line(
    each: Silence,
    contact: Contact,
    names: Names,
    lang: Language,
    *,
    today: date,
    later: Container[str],
) -> QuietLine:
    theme, organisation = quote(each.theme, safe=""), quote(each.organisation, safe="")
    return QuietLine(
        who=names.label(each.organisation),
        href=f"/themes/{theme}/stakeholders/{organisation}",
        theme=each.title,
        theme_href=f"/themes/{theme}",
        role=role_word(each.role, lang),
        heard=Edtf.on(each.heard) if each.heard else None,
        long=days((today - each.heard).days, lang) if each.heard else "",
        last=contact.last,
        meeting=contact.meeting,
        note=f"/notes/new?organisation={organisation}&theme={theme}",
        put_off=f"/put-off/{quote(each.key)}" if each.counts else "",
        resting=each.key in later,
    )
