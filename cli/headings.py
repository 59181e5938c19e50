"""Under which heading each command stands in `tilsvar --help`: first the council's work, last ours.

A command that stands nowhere here is shown before all headings.
"""

import typer
from typer.core import TyperGroup

HEADINGS = {
    "Letters and what comes back": ("letter", "reply", "follow-up", "point", "attachment"),
    "Consultations, op-eds and deadlines": (
        "consultation",
        "plan",
        "op-ed",
        "comment",
        "deadline",
    ),
    "Meetings and calendars": ("meeting", "group", "inbox", "calendar", "feed"),
    "Themes, and who has a stake in them": (
        "theme",
        "measure",
        "stakeholder",
        "contact",
        "note",
        "promise",
        "organisation",
    ),
    "What the council says": ("activity", "target-group", "media", "public"),
    "Reports": ("report", "report-template", "report-schedule"),
    "What is due, and who is reminded": (
        "due",
        "explain",
        "snooze",
        "wake",
        "pause",
        "resume",
        "absence",
        "ladder",
        "morning",
    ),
    "What the council has decided for itself": (
        "answer-rule",
        "quorum",
        "closed-day",
        "area",
        "text",
        "user",
    ),
    "Registers": ("import", "export", "replay", "demo"),
    "Running it": ("migrate", "serve", "web", "worker", "scheduler", "doctor", "failure"),
}
ORDER = [name for names in HEADINGS.values() for name in names]


class UnderHeadings(TyperGroup):
    """The commands in the order of the headings."""

    def list_commands(self, _ctx: object) -> list[str]:
        return sorted(self.commands, key=lambda name: ORDER.index(name) if name in ORDER else -1)


def put_under_headings(app: typer.Typer) -> None:
    """Give every command that the app has now its heading."""
    heading_of = {name: heading for heading, names in HEADINGS.items() for name in names}
    for command in app.registered_commands:
        name = command.name or getattr(command.callback, "__name__", None)
        command.rich_help_panel = heading_of.get(str(name))
    for group in app.registered_groups:
        group.rich_help_panel = heading_of.get(str(group.name))
