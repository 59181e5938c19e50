"""A list of arrears for whoever looks at every page."""

from datetime import date

from tilsvar.commands.snapshots import keep_snapshot
from tilsvar.domain.snapshots import UNANSWERED, FrozenFile, Quarter
from tilsvar.reports.both_directions import both_directions
from tilsvar.reports.render_json import plain_row, unanswered_json
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.wording.language import language

YEAR_END = date(2022, 12, 31)


def a_frozen_list(work: UnitOfWork) -> None:
    """The list of the last quarter of 2022, frozen where no PDF could be made."""
    found = both_directions(work, YEAR_END)
    as_json = unanswered_json(found, language("nb")).encode()
    keep_snapshot(
        work,
        report=UNANSWERED,
        as_of=YEAR_END,
        rows=[plain_row(row) for row in found.unanswered.rows],
        files=[FrozenFile("json", as_json), FrozenFile("docx", b"Word")],
        quarter=Quarter(2022, 4),
    )
