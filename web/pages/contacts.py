"""One contact at an organisation: the function, why it is kept, and what can be done with it."""

from starlette.requests import Request
from starlette.responses import Response

from ...domain.contacts import ContactFunction
from ...domain.kinds import Kind
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..deeds.panel import deed_panel
from ..facts import Fact, known
from ..languages import reader_language
from ..links import place
from ..names import Names
from ..rendering import page
from ..stakeholders.organisation_panels import theme_titles
from ..things.past import past


def contact(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(ContactFunction, request.path_params["key"]), Names(work)
        deeds = deed_panel(request, Kind.CONTACT, found, work, lang)
        return page(
            request,
            "contact.html",
            work,
            section="organisations",
            title=found.function or lang.text("Contact"),
            parent=names.title(found.organisation),
            parent_href=place(Kind.ORGANISATION, found.organisation),
            meta=[names.title(found.organisation), found.key],
            erased=found.erased,
            rows=_facts(found, work, lang),
            deeds=deeds,
            done=deeds.done,
            lines=past(work, Kind.CONTACT, found.key, names, lang),
        )


def _facts(found: ContactFunction, work: UnitOfWork, lang: Language) -> list[Fact]:
    titles = theme_titles(work, list(found.themes))
    return known(
        Fact(lang.text("Name"), found.name),
        Fact(lang.text("E-mail"), found.email, f"mailto:{found.email}" if found.email else None),
        Fact(lang.text("Why it is kept"), found.purpose),
        Fact(lang.text("Themes"), "\n".join(titles[key] for key in found.themes)),
    )
