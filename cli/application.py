"""All commands in one tree, and the one place where what goes wrong becomes a sentence.

What takes long to import is imported inside the commands, so that `--help` answers at once.
"""

from collections.abc import Sequence
from functools import cache

import typer
from typer.main import get_command

from . import (
    activities,
    answer_rules,
    attachments,
    attendance,
    belonging,
    calendar,
    comments,
    consultations,
    contacts,
    corrections,
    council_rules,
    deadlines,
    doctor,
    due,
    failures,
    follow_ups,
    frozen_lists,
    groups,
    guests,
    inbox,
    invitations,
    letters,
    measures,
    media,
    meetings,
    notes,
    op_eds,
    organisations,
    planning,
    points,
    promises,
    public_list,
    readings,
    register,
    reminders,
    replies,
    report_schedules,
    report_template,
    reports,
    running,
    series,
    signing_in,
    stakeholders,
    texts,
    theme_forms,
    themes,
    users,
)
from .complaints import complain
from .headings import UnderHeadings, put_under_headings

app = typer.Typer(
    name="tilsvar",
    cls=UnderHeadings,
    help="Letters, answers, deadlines and meetings of a national advisory council.",
    epilog="Example: tilsvar report unanswered --as-of 2023-02-03",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for each in (series, invitations, attendance):
    each.add_to(meetings.group)
for each in (running, register, due, reminders, answer_rules, council_rules, planning, doctor):
    each.add_to(app)
for name, group in {
    "letter": letters.group,
    "reply": replies.group,
    "follow-up": follow_ups.group,
    "consultation": consultations.group,
    "op-ed": op_eds.group,
    "comment": comments.group,
    "activity": activities.group,
    "target-group": activities.target_group,
    "media": media.group,
    "theme": themes.group,
    "stakeholder": stakeholders.group,
    "contact": contacts.group,
    "measure": measures.group,
    "note": notes.group,
    "promise": promises.group,
    "point": points.group,
    "meeting": meetings.group,
    "group": groups.group,
    "deadline": deadlines.group,
    "attachment": attachments.group,
    "ladder": reminders.group,
    "answer-rule": answer_rules.group,
    "text": texts.group,
    "closed-day": council_rules.closed_day,
    "area": council_rules.area,
    "public": public_list.group,
    "report": reports.group,
    "report-template": report_template.group,
    "report-schedule": report_schedules.group,
    "calendar": calendar.group,
    "feed": calendar.feeds,
    "user": users.group,
    "organisation": organisations.group,
    "failure": failures.group,
    "inbox": inbox.group,
}.items():
    app.add_typer(group, name=name)
frozen_lists.add_to(reports.group)
signing_in.add_to(users.group)
theme_forms.add_to(themes.group)
belonging.add_to(themes.group)
guests.add_to(themes.group)
corrections.add_to_groups()
readings.add_to_groups(activities.group, stakeholders.group, themes.group)
put_under_headings(app)


command_of = cache(get_command)
"""A tree as it is run; making it asks for the signature of every function, so only once."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 only on success, otherwise one sentence is on standard error."""
    try:
        result = command_of(app)(
            args=None if arguments is None else list(arguments),
            prog_name="tilsvar",
            standalone_mode=False,
        )
    except (Exception, KeyboardInterrupt) as trouble:  # noqa: BLE001 - unknown faults are raised again
        return complain(trouble)
    return result if isinstance(result, int) else 0
