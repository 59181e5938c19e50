"""A list of arrears for whoever looks at every page."""

from datetime import date

from tilsvar.commands.snapshots import keep_snapshot
from tilsvar.domain.snapshots import UNANSWERED, FrozenFile, Quarter
from tilsvar.reports.render_json import plain_row, unanswered_json
from tilsvar.reports.unanswered import unanswered
from tilsvar.store.unit_of_work import UnitOfWork

YEAR_END = date(2022, 12, 31)


def a_frozen_list(work: UnitOfWork) -> None:
    """The list of the last quarter of 2022, frozen where no PDF could be made."""
    found = unanswered(work, YEAR_END)
    keep_snapshot(
        work,
        report=UNANSWERED,
        as_of=YEAR_END,
        rows=[plain_row(row) for row in found.rows],
        files=[FrozenFile("json", unanswered_json(found).encode()), FrozenFile("docx", b"Word")],
        quarter=Quarter(2022, 4),
    )
