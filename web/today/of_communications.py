"""What needs a person of the communications plan: suggestions that wait to be weighed."""

from sqlalchemy import select

from ...domain.communications import WEIGHED_WITHIN, ActivityStatus
from ...domain.kinds import Kind
from ...store.communication_tables import activity as activities
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..links import address_of
from .need_lines import Item, Need, need


def suggested_activities(work: UnitOfWork, lang: Language) -> Need | None:
    """The suggestions of the last thirty days, newest first."""
    row = activities.c
    query = select(row.key, row.title, row.suggested_on).where(
        row.status == ActivityStatus.SUGGESTED, row.suggested_on >= work.today - WEIGHED_WITHIN
    )
    found = work.session.execute(query.order_by(row.suggested_on.desc(), row.key)).all()
    items = tuple(
        Item(
            each.title,
            address_of(Kind.ACTIVITY, each.key) or "/communications",
            lang.text("suggested on {day}", day=day_in_full(each.suggested_on, lang)),
            each.title,
        )
        for each in found
    )
    n = len(items)
    sentence = lang.plural(
        "{count} suggestion waits to be weighed for an op-ed or a post.",
        "{count} suggestions wait to be weighed for an op-ed or a post.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.text("Weigh it") if n == 1 else lang.text("Weigh them")
    return need("suggestions", items, sentence, action, lang)
