"""An op-ed on its way, as its page and the page of the day show it."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.op_eds import update_op_ed
from tilsvar.domain.kinds import OpEdStatus
from tilsvar.tests.web.reader import Reader


@pytest.fixture
def own(council: App, desk: Reader) -> Reader:
    """The example after O2021-03 was turned down once, and while O2021-04 is with the members."""
    with council.office.work(by="SEK1") as work:
        submitted, rejected = OpEdStatus.SUBMITTED, OpEdStatus.REJECTED
        update_op_ed(work, op_ed="O2021-03", status=submitted, outlet="BT")
        update_op_ed(work, op_ed="O2021-03", status=rejected)
        update_op_ed(work, op_ed="O2021-03", status=submitted, outlet="DM")
        update_op_ed(
            work,
            op_ed="O2021-04",
            status=OpEdStatus.CIRCULATED,
            comments_by=date(2023, 2, 10),
        )
        work.commit()
    return desk


def test_an_op_ed_tells_which_outlets_have_had_it(own: Reader) -> None:
    facts = own.open("/op-eds/O2021-03").section("facts").replace("\u00a0", " ")

    assert "Bergens Tidende 3. februar 2023 (ikke tatt inn)" in facts
    assert "Dagens Medisin 3. februar 2023 (ikke svart ennå)" in facts


def test_the_day_for_comments_stands_on_its_page_and_among_the_days_ahead(own: Reader) -> None:
    facts = own.open("/op-eds/O2021-04").section("facts").replace("\u00a0", " ")

    assert "Merknadsfrist fredag 10. februar 2023" in facts
    assert "Medlemmenes merknader til kronikken" in own.open("/").text
