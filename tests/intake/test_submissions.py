"""Which outlets had an op-ed, and what they said: it comes in, goes on, or is refused."""

from datetime import date

import pytest

from tilsvar.domain.kinds import OpEdStatus, SubmissionOutcome
from tilsvar.domain.op_eds import OpEd
from tilsvar.intake.register.refusal import RegisterRefused
from tilsvar.tests.intake.desk import Desk

pytestmark = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)

ROWS = """op_ed,number,outlet,sent,outcome,answered
O1,1,DM,2023-01-10,rejected,2023-01-20
O1,2,DM,2023-01-25,,
"""


def turns(desk: Desk) -> list[tuple[date, SubmissionOutcome]]:
    with desk.office.reading() as work:
        return [(each.sent, each.outcome) for each in work.view(OpEd, "O1").submissions]


def test_a_register_that_goes_on_tells_of_the_next_outlet(desk: Desk) -> None:
    desk.edit("opeds", "draft,,", "submitted,DM,")
    desk.write("submissions", ROWS)
    desk.bring()
    first, second = (date(2023, 1, 10), SubmissionOutcome.REJECTED), date(2023, 1, 25)
    assert turns(desk) == [first, (second, SubmissionOutcome.WAITING)]

    desk.write("submissions", ROWS.replace("25,,", "25,rejected,2023-01-31"))
    desk.edit("opeds", "submitted", "rejected")
    desk.bring()
    assert turns(desk) == [first, (second, SubmissionOutcome.REJECTED)]

    told = ROWS.replace("25,,", "25,rejected,2023-01-31") + "O1,3,DM,2023-02-01,,\n"
    desk.write("submissions", told)
    desk.edit("opeds", "rejected", "submitted")
    desk.bring()
    assert len(turns(desk)) == 3
    with desk.office.reading() as work:
        assert work.view(OpEd, "O1").status is OpEdStatus.SUBMITTED
    again = desk.bring()
    assert (again.new, again.corrected) == (0, 0)


def test_what_does_not_go_together_is_said_with_its_place(desk: Desk) -> None:
    desk.write(
        "submissions",
        """op_ed,number,outlet,sent,outcome,answered
O1,1,DM,2023-01-10,,2023-01-20
O1,3,DM,2023-01,rejected,2023-01-20
O1,4,DM,2023-01-25,,
""",
    )
    with pytest.raises(RegisterRefused) as refused:
        desk.bring()
    assert [f"{each.file} line {each.line}, {each.column}" for each in refused.value.errors] == [
        "submissions.csv line 2, answered",
        "submissions.csv line 2, outcome",
        "submissions.csv line 3, sent",
        "submissions.csv line 4, number",
        "submissions.csv line 4, outcome",
    ]
