"""The sheets about themes: what is decided and done in them, who has a stake, what was said."""

from ...domain.measures import MeasureStatus
from ...domain.promises import PromiseStatus
from ...domain.qualification import FormField
from ...domain.stakeholders import Level, StakeholderRole, StanceValue
from ...domain.themes import DecisionPoint, Outcome, Stage
from .columns import (
    Column,
    Sheet,
    Value,
    choice,
    choice_or,
    date,
    key,
    line,
    many,
    one,
    text,
    thing,
    words,
    yes_no,
)

_AREA = one("area", "areas")
_RESPONSIBLE = one("responsible", "people")
_KNOWN = date("known")
_SOURCE = Column("source", Value.LINE)
_OF_A_THEME = one("theme", "themes", required=True)
_THEME = one("theme", "themes")
_ORGANISATION = one("organisation", "organisations", required=True)
THINGS_OF_THEMES = (
    "letters",
    "meetings",
    "opeds",
    "consultations",
    "notes",
    "promises",
    "coverage",
)

THEME_SHEETS = (
    Sheet(
        "themes",
        (
            key("key"),
            words("title"),
            _AREA,
            choice("stage", Stage, required=False),
            *line("plan"),
            text("goal"),
            _RESPONSIBLE,
            yes_no("set_aside"),
            _KNOWN,
            _SOURCE,
        ),
        key="key",
    ),
    Sheet(
        "decisions",
        (
            _OF_A_THEME,
            choice("point", DecisionPoint),
            choice("outcome", Outcome),
            date("on", required=True),
            one("by", "people"),
            one("meeting", "meetings"),
            *line("case"),
            text("note"),
        ),
        told_by=("theme", "point", "on"),
        alike=True,
    ),
    Sheet(
        "forms",
        (_OF_A_THEME, choice("field", FormField), text("text", required=True)),
        told_by=("theme", "field"),
    ),
    Sheet(
        "measures",
        (
            key("key"),
            _OF_A_THEME,
            words("title"),
            one("owner", "organisations"),
            _RESPONSIBLE,
            choice_or("status", MeasureStatus.PLANNED),
            date("follow_up"),
            date("done_on"),
            *line("why"),
            text("note"),
            _KNOWN,
            _SOURCE,
        ),
        key="key",
    ),
    Sheet(
        "stakeholders",
        (
            _OF_A_THEME,
            _ORGANISATION,
            choice("role", StakeholderRole, required=False),
            text("responsibility"),
            choice("stance", StanceValue, required=False),
            date("as_of"),
            choice("influence", Level, required=False),
            choice("interest", Level, required=False),
            many("known_by", "people"),
            thing("evidence", "letters", "meetings"),
            yes_no("removed"),
            *line("why"),
            _SOURCE,
        ),
        told_by=("theme", "organisation", "as_of"),
    ),
    Sheet(
        "theme_things",
        (
            _OF_A_THEME,
            thing("thing", *THINGS_OF_THEMES, required=True),
            yes_no("belongs", default=True),
        ),
        told_by=("theme", "thing"),
    ),
    Sheet(
        "contacts",
        (
            key("key"),
            _ORGANISATION,
            words("function"),
            words("purpose"),
            *line("name"),
            Column("email", Value.EMAIL),
            many("themes", "themes"),
        ),
        key="key",
    ),
    Sheet(
        "notes",
        (
            key("key"),
            _ORGANISATION,
            _THEME,
            date("on", required=True),
            one("by", "people"),
            text("text", required=True),
        ),
        key="key",
    ),
    Sheet(
        "promises",
        (
            key("key"),
            _ORGANISATION,
            _THEME,
            date("given", required=True),
            text("what", required=True),
            date("by_when"),
            choice_or("status", PromiseStatus.OPEN),
            date("kept_on"),
            thing("said_in", "letters", "meetings"),
            _RESPONSIBLE,
            text("note"),
        ),
        key="key",
    ),
)
