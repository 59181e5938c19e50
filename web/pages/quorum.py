"""The quorum: when the council can decide, as a share of its members or a number of them."""

from starlette.requests import Request
from starlette.responses import Response

from ...commands.rules import QuorumOutOfReach, choose_quorum, seats
from ...domain.quorum import Quorum
from ...domain.rules import CouncilRules
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..forms import Filled, Typed, with_form
from ..languages import reader_language
from ..settings.changes import QUORUM
from ..settings.forms import SHARES, NotANumberOfMembers, QuorumForm
from ..settings.pages import Change, change_page, setting_page
from ..settings.told import quorum_told

PATH = "/settings/quorum"
RULES = {
    "half": N_("At least half of the members"),
    "more_than_half": N_("More than half of the members"),
    "two_thirds": N_("At least two thirds of the members"),
    "number": N_("A number of members"),
}


def _choose(work: UnitOfWork, said: QuorumForm) -> None:
    if said.rule != "number":
        choose_quorum(work, share=SHARES[said.rule])
    elif said.number:
        choose_quorum(work, number=said.number)
    else:
        raise NotANumberOfMembers


CHOOSE = Change(
    QuorumForm,
    QUORUM,
    PATH,
    _choose,
    fields={QuorumOutOfReach: "number", NotANumberOfMembers: "number"},
)


@with_form
def quorum(request: Request, typed: Typed | None) -> Response:
    """What holds, and the form that chooses something else."""
    with request.app.state.tilsvar.office.reading() as work:
        chosen = _chosen(work.rules)
    return change_page(request, typed, CHOOSE, _page, **chosen)


def _chosen(rules: CouncilRules) -> dict[str, str]:
    if rules.quorum_number:
        return {"rule": "number", "number": str(rules.quorum_number)}
    return {"rule": next((name for name, share in SHARES.items() if share == rules.quorum), "")}


def _page(request: Request, form: Filled[QuorumForm]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        members, rules = seats(work), work.rules
        return setting_page(
            request,
            "quorum.html",
            work,
            form,
            QUORUM,
            rules=[(value, lang.text(label)) for value, label in RULES.items()],
            now=quorum_told(work, lang),
            members=members,
            needed=Quorum(members, 0, 0, rules.quorum, rules.quorum_number).needed,
        )
