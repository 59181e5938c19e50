"""A draft is called back while a member types: nothing is sent, and nothing is lost."""

from tilsvar.commands.op_eds import update_op_ed
from tilsvar.domain.kinds import OpEdStatus
from tilsvar.tests.web.test_comments import SEND, carried, council, member
from tilsvar.tests.web.visitor import House

__all__ = ["council"]


def test_what_was_typed_can_still_be_copied(council: House) -> None:
    reader = member(council)
    page = reader.open(SEND.removesuffix("/comment"))
    fields = carried(page)
    with council.app.office.work(by="SEK1") as work:
        update_op_ed(work, op_ed=SEND.split("/")[2], status=OpEdStatus.DRAFT)
        work.commit()

    page = reader.send(SEND, 409, **{**fields, "text": "Husk <tannhelse>."})

    assert "Utkastet er kalt tilbake" in page.text
    assert page.all(".//textarea")[0].text == "Husk <tannhelse>."
    reader.send(SEND, 409, **{**fields, "text": "x" * 60_000})
    assert "Ikke for deg" in reader.send(SEND, 403, **{**fields, "text": " "}).text
