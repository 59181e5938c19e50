"""The themes of the council: their list, one of them, and the plan of action of a period."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.areas import Area
from ...domain.events import StakeholderGoneQuiet, StanceStale, ThemeTouched
from ...domain.kinds import Kind, Role
from ...domain.themes import Theme
from ...reports.plan_of_action import measures_of, newest_with_themes, plans
from ...wording.language import Language
from ..access import NotAllowed, opens, sender, sends
from ..concerns import concerns
from ..deeds.acting import reader_of
from ..deeds.of_themes import can_be_decided, can_have_measures
from ..deeds.panel import deed_panel
from ..languages import reader_language
from ..letters.next_reminder import next_reminder
from ..links import place
from ..lists.listing import listing
from ..names import Names
from ..rendering import page
from ..rules import OFFICE
from ..themes.decisions import stage_lines, stage_word
from ..themes.facts import theme_facts
from ..themes.listed import THEMES, theme_entry
from ..themes.measures import measure_lines
from ..themes.panels import theme_panels
from ..themes.plan import plan_of_action
from ..themes.resting import why_it_rests
from ..things.past import past

TOLD_ELSEWHERE = (ThemeTouched,)
"""By the theme's timeline."""
NOT_TOLD_MEMBERS = (*TOLD_ELSEWHERE, StakeholderGoneQuiet, StanceStale)
"""Who has a stake in a theme and where they stand is for the office."""


def themes(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        every = sorted(work.all(Theme), key=lambda each: (each.touched, each.key), reverse=True)
        new = opens(request, reader_of(request).role, "/themes/new")
        return page(
            request,
            "listing.html",
            work,
            section="themes",
            heading=lang.text("Themes"),
            new=("/themes/new", lang.text("Register a theme")) if new else None,
            elsewhere=[
                (lang.text("Plan of action"), "/themes/plan"),
                (lang.text("Who has gone quiet?"), "/themes/quiet"),
            ],
            **listing(request, THEMES, [theme_entry(each, names, lang) for each in every], lang),
        )


def plan(request: Request) -> Response:
    """The plan that the address names, else the newest that has a theme."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        every = work.all(Theme)
        known = plans(every, work.all(Area))
        asked = request.query_params.get("plan", "")
        name = asked if asked in known else newest_with_themes(known, every)
        return page(
            request,
            "plan_of_action.html",
            work,
            section="themes",
            plan=plan_of_action(name, every, work, Names(work), lang),
            plans=known,
        )


def theme(request: Request) -> Response:
    reader, lang = reader_of(request), reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Theme, request.path_params["key"])
        if not concerns(reader, found):
            raise NotAllowed
        names, in_office = Names(work), reader.role in (OFFICE or ())
        deeds = deed_panel(request, Kind.THEME, found, work, lang)
        measures = measures_of(work, [found.key])[found.key]
        reminders = next_reminder(found, work, lang) if in_office else []
        besides = [(Kind.MEASURE, each.key) for each in measures]
        return page(
            request,
            "theme.html",
            work,
            section="themes" if in_office else "",
            parent=lang.text("Themes") if in_office else lang.text("For you"),
            parent_href="/themes" if in_office else "/mine",
            title=found.title,
            key=found.key,
            meta=_meta(found, lang),
            goal=found.goal,
            stages=stage_lines(found, names, lang),
            decide=_next_act(request, found, reader.role, lang),
            deeds=deeds,
            done=deeds.done,
            # The first reminder is of the theme itself, the others of its stakeholders.
            rows=[
                *theme_facts(found, names, lang),
                *why_it_rests(found, work, lang),
                *reminders[:1],
            ],
            measures=measure_lines(measures, work, names, lang),
            plan_measure=place(Kind.THEME, found.key, "plan-measure")
            if can_have_measures(found)
            else "",
            panels=theme_panels(request, found, work, names, lang) if in_office else None,
            put_off=f"/put-off/{quote(found.key)}" if reminders else "",
            may=sender(request),
            lines=past(
                work,
                Kind.THEME,
                found.key,
                names,
                lang,
                besides=besides,
                told_elsewhere=TOLD_ELSEWHERE if in_office else NOT_TOLD_MEMBERS,
            ),
        )


def _meta(found: Theme, lang: Language) -> list[str]:
    aside = [lang.text("Set aside")] if found.set_aside else []
    return [lang.text("Theme"), stage_word(found.stage, lang), *aside, found.key]


def _next_act(request: Request, found: Theme, role: Role, lang: Language) -> tuple[str, str] | None:
    """The form and the name of the decision that is next, for those who may record it."""
    href = place(Kind.THEME, found.key, "decide")
    if not can_be_decided(found) or not sends(request, role, href):
        return None
    if found.next_point is None:
        return href, lang.text("Record a decision")
    return href, lang.text("Record the decision in {point}", point=found.next_point)
