"""What themes and the plan lack, and the plan of action: read from the command line.

`tilsvar activity gaps`, `tilsvar stakeholder quiet` and `tilsvar theme plan`.
"""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..domain.stakeholders import StakeholderRole
from .opening import looking
from .options import Output
from .output import deliver

if TYPE_CHECKING:
    from ..domain.measures import Measure


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"


Written = Annotated[Format, typer.Option("--format", help="How it is written.")]


def _written(plain: dict[str, Any], table: Sequence[Sequence[str]], written: Format) -> str:
    """The same as JSON with English words and keys, or as a table."""
    if written is Format.JSON:
        return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    from ..reports.columns import aligned

    return "\n".join(aligned([list(row) for row in table], indent="")) + "\n"


def gaps(written: Written = Format.TEXT, output: Output = None) -> None:
    """The target groups, areas and themes for which nothing was done, or is planned, of late."""
    with looking() as (_, work):
        from ..reports.gaps import gaps as ask

        found = ask(work)
        rows = [
            {
                "missing": kind,
                "key": each.key,
                "name": each.name,
                "last": each.last.isoformat() if each.last else None,
            }
            for kind, those in (
                ("target_group", found.groups),
                ("area", found.areas),
                ("theme", found.themes),
            )
            for each in those
        ]
    table = [["MISSING", "KEY", "LAST", "NAME"]]
    table += [[str(row[at] or "") for at in ("missing", "key", "last", "name")] for row in rows]
    plain = {"since": found.from_day.isoformat(), "rows": rows}
    deliver(_written(plain, table, written), output)


def quiet(
    role: Annotated[
        StakeholderRole, typer.Option("--role", help="Whose silence.")
    ] = StakeholderRole.OWNER,
    theme: Annotated[str, typer.Option("--theme", help="In this theme only, by its key.")] = "",
    written: Written = Format.TEXT,
    output: Output = None,
) -> None:
    """Who has been silent about a theme for longer than reminders wait, the longest first."""
    with looking() as (_, work):
        from ..domain.themes import Theme
        from ..reports.silence import contacts, patience, silences

        if theme:
            work.known(Theme, theme)
        found = silences(work, role=role, in_theme=theme)
        between = contacts(work, [each.organisation for each in found])
        rows = []
        for each in found:
            contact = between[each.organisation]
            rows.append(
                {
                    "theme": each.theme,
                    "organisation": each.organisation,
                    "role": each.role.value,
                    "heard": each.heard.isoformat() if each.heard else None,
                    "last_contact": contact.last.text if contact.last else None,
                    "next_meeting": contact.meeting.text if contact.meeting else None,
                    "title": each.title,
                }
            )
        days = patience(work)
    columns = ("organisation", "theme", "heard", "last_contact", "next_meeting", "title")
    table = [["ORGANISATION", "THEME", "HEARD", "LAST CONTACT", "NEXT MEETING", "TITLE"]]
    table += [[str(row[at] or "") for at in columns] for row in rows]
    deliver(_written({"days": days, "rows": rows}, table, written), output)


def plan(
    name: Annotated[
        str, typer.Argument(metavar="PLAN", help="Its name; the newest where it is left out.")
    ] = "",
    written: Written = Format.TEXT,
    output: Output = None,
) -> None:
    """The plan of action of a period: its themes, how far each has come, and their measures."""
    with looking() as (_, work):
        from ..reports.plan_of_action import plan_asked_for

        name, themes, measures = plan_asked_for(work, name)
    rows = [
        {
            "key": each.key,
            "title": each.title,
            "stage": each.stage.value if each.stage else None,
            "set_aside": each.set_aside,
            "responsible": each.responsible,
            "goal": each.goal,
            "decisions": [
                {"point": decision.point.value, "outcome": decision.outcome.value}
                | {"on": decision.on.text, "case": decision.case}
                for decision in each.standing
            ],
            "measures": [_measure(measure) for measure in measures.get(each.key, ())],
        }
        for each in themes
    ]
    table = [["KEY", "STAGE", "OWNER", "FOLLOW-UP", "TITLE"]]
    for each in themes:
        stage = "set aside" if each.set_aside else each.stage or "not known"
        table.append([each.key, stage, "", "", each.title])
        for measure in measures.get(each.key, ()):
            due = measure.due.text if measure.due else ""
            table.append([measure.key, measure.status, measure.owner or "", due, measure.title])
    deliver(_written({"plan": name, "themes": rows}, table, written), output)


def _measure(found: "Measure") -> dict[str, str | None]:
    return {
        "key": found.key,
        "title": found.title,
        "status": found.status.value,
        "owner": found.owner,
        "follow_up": found.due.text if found.due else None,
    }


def add_to_groups(activity: typer.Typer, stakeholder: typer.Typer, theme: typer.Typer) -> None:
    """Give the groups of activities, stakeholders and themes what is read of them."""
    activity.command(epilog="Example: tilsvar activity gaps --format json")(gaps)
    stakeholder.command(epilog="Example: tilsvar stakeholder quiet --role interested")(quiet)
    theme.command(epilog="Example: tilsvar theme plan 'Handlingsplan 2020–2021'")(plan)
