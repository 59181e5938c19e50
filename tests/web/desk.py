"""Somebody at the council's desk: signed in, and able to take back what they have just done."""

from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out


def at_the_desk(house: House, person: str = "sek1") -> Reader:
    """A browser in which that person is signed in."""
    visitor = house.visitor()
    visitor.send(hand_out(house, f"{person}@ho21.example"))
    return visitor


def undo(visitor: Reader, page: Page) -> Page:
    """The page after its button Undo."""
    [form] = page.all(".//form[@class='done flow']")
    fields = {each.get("name", ""): each.get("value", "") for each in form.iter("input")}
    return visitor.send(form.get("action", ""), 200, **fields)
