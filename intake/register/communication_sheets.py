"""The sheets of the communications plan and of the media."""

from ...domain.communications import ActivityStatus, Channel
from ...domain.media import CoverageSort
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
    number,
    one,
    text,
    thing,
    words,
    yes_no,
)

_SOURCE = Column("source", Value.LINE)

COMMUNICATION_SHEETS = (
    Sheet(
        "target_groups",
        (key("key"), words("name"), yes_no("retired", default=False), _SOURCE),
        key="key",
    ),
    Sheet(
        "activities",
        (
            key("key"),
            words("title"),
            choice("channel", Channel, required=False),
            many("target_groups", "target_groups"),
            text("message"),
            text("wanted_effect"),
            one("theme", "themes"),
            one("area", "areas"),
            one("responsible", "people"),
            date("when"),
            choice_or("status", ActivityStatus.SUGGESTED),
            date("done_on"),
            text("outcome"),
            text("why_not"),
            thing("about", "letters", "meetings", "consultations"),
            one("op_ed", "opeds"),
            Column("suggested_on", Value.DAY),
            date("known"),
            _SOURCE,
        ),
        key="key",
    ),
    Sheet(
        "outlets",
        (
            one("organisation", "organisations", required=True),
            number("longest"),
            number("lead_days"),
            *line("submit_to"),
            text("note"),
        ),
        key="organisation",
    ),
    Sheet(
        "coverage",
        (
            key("key"),
            words("title"),
            date("on", required=True),
            choice_or("sort", CoverageSort.COVERAGE),
            one("outlet", "organisations"),
            *line("url"),
            one("op_ed", "opeds"),
            one("theme", "themes"),
            one("letter", "letters"),
            one("speaker", "people"),
            text("note"),
        ),
        key="key",
    ),
    Sheet(
        "speakers",
        (one("person", "people", required=True), one("theme", "themes"), one("area", "areas")),
        told_by=("person", "theme", "area"),
    ),
)
