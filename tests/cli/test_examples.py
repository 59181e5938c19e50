"""The examples in the help do what they say when they are typed on the council's own register.

A story is a line: the examples of its commands in that order, on a register of its own. A file
that an example reads lies there already.
"""

import re
import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from tilsvar.bootstrap import bootstrap
from tilsvar.cli.application import app
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.settings import Settings
from tilsvar.store.clock import FixedClock
from tilsvar.tests.cli.conftest import Tilsvar
from tilsvar.tests.cli.test_help import EVERY_COMMAND

ROOT = Path(__file__).parents[2]

STORIES = """
migrate, doctor, due, explain, import, export
snooze, wake, pause, resume, absence, morning, quorum
activity suggest, activity list, activity gaps
stakeholder quiet, theme plan
activity plan, activity correct, activity move, activity done, activity reopen, activity drop
answer-rule list, answer-rule set, answer-rule basis
area list, area add, area rename, area retire, area take-up
attachment add, attachment list, attachment save, attachment withdraw, attachment restore
calendar export, feed create, feed list, feed revoke
closed-day add, closed-day list, closed-day remove
comment ask, comment give, comment list, comment judge, comment withdraw
consultation published, consultation moved, plan, consultation declined
letter sent, consultation published, consultation submitted
contact add, contact correct, contact list, contact erase
deadline set, deadline move, deadline met
deadline cancel, failure list, inbox list, inbox unmark
follow-up list, follow-up show, follow-up edit, follow-up approve, follow-up not-sent
follow-up reject
group set, group list, group remove
ladder show, ladder set, ladder reset
letter correct, letter move-due, letter withdraw, letter restore
letter sign-off, letter withdraw-sign-off
measure plan, measure correct, measure follow-up, measure done, measure reopen, measure drop
media list, media describe, media speaker, media coverage
media coverage, media correct, media withdraw, media restore
meeting invite, meeting invitations, meeting uninvite
meeting papers-sent, meeting papers-not-sent, meeting attendance, meeting held
meeting minutes-sent, meeting minutes-not-sent, meeting minutes-approved
meeting series, meeting correct, meeting move, meeting cancel
meeting schedule
note take, note correct, note withdraw, note restore
op-ed start, op-ed correct, op-ed update, op-ed cosign, op-ed reaction
organisation list, organisation correct, organisation register
organisation succeeded-by, organisation not-succeeded
point raise, point list, point judge, point unjudge, point withdraw, point restore
promise give, promise list, promise move, promise keep, promise reopen, promise drop
promise give, promise correct, promise withdraw, promise restore
public show, public list, public hide
reply received, reply withdraw
report freeze, report frozen
report activities, report annual, report handover, report promises
report response-times, report since-last-meeting, report unanswered
report-template show, report-template set, report-template back
report-schedule add, report-schedule list, report-schedule change
report-schedule add, report-schedule stop, report-schedule resume
stakeholder add, stakeholder list, stakeholder correct, stakeholder remove, stakeholder restore
stakeholder stance, stakeholder withdraw-stance, stakeholder restore-stance
target-group list, target-group add, target-group rename, target-group retire, target-group take-up
text list, text show, text set, text back
theme list, theme correct, theme register, theme set-aside, theme take-up
theme decide, theme withdraw-decision
theme timeline, theme add, theme take, theme invite, theme add-guests
theme form, theme fill-in, theme form-back
user add, user list, user digest, user link, user sessions, user oidc, user revoke, user disable
"""
NEEDS_MORE = {
    "serve": "runs until it is stopped",
    "web": "runs until it is stopped",
    "worker": "runs until it is stopped",
    "scheduler": "runs until it is stopped",
    "demo": "has tests of its own",
    "replay": "has tests of its own",
    "failure retry": "something must have failed",
    "inbox poll": "needs an inbox",
    "inbox accept": "somebody must have answered by mail",
    "inbox dismiss": "somebody must have answered by mail",
    "meeting resend": "a mail must have gone out",
    "meeting accept-proposal": "somebody must have answered by mail",
    "meeting decline-proposal": "somebody must have answered by mail",
}


def told() -> list[list[str]]:
    return [line.split(", ") for line in STORIES.strip().splitlines()]


def examples(command: str) -> list[list[str]]:
    """The words of each example in the help of the command, without the program's name."""
    found: Any = get_command(app)
    for word in command.split():
        found = found.commands[word]
    lines = re.findall(r"^Example: tilsvar (.+)$", found.epilog or "", re.MULTILINE)
    return [shlex.split(line) for line in lines]


@pytest.fixture
def desk(council: Tilsvar, tmp_path: Path) -> Tilsvar:
    """The register with the drafts of December, and the files that the examples read."""
    url = f"sqlite:///{tmp_path / 'var' / 'tilsvar.db'}"
    december = FixedClock(datetime(2022, 12, 16, 11, tzinfo=UTC))
    system = bootstrap(Settings(database_url=url), clock=december)
    with system.office.work(by="clock") as work:
        draft_follow_up(work, department="NFD", words=FollowUpWords())
        work.commit()
    system.close()
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "svar.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    (tmp_path / "purring.txt").write_text("Purring\n\nVi kan ikkje sjå at de har svart.\n", "utf-8")
    for name in ("utkast.txt", "bakgrunn.txt"):
        (tmp_path / name).write_text("Norge har noen av verdens beste helseregistre.\n", "utf-8")
    return council


@pytest.mark.parametrize("story", told(), ids=", ".join)
def test_the_examples_can_be_typed_one_after_the_other(desk: Tilsvar, story: list[str]) -> None:
    for command in story:
        for words in examples(command):
            said = desk(*words)
            assert said.code == 0, said.err


def test_what_the_readme_says_can_be_typed_in_its_order(desk: Tilsvar) -> None:
    lines = re.findall(
        r"^ {4}tilsvar (.+?)(?: +#.*)?$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    typed = [shlex.split(line) for line in lines if line != "serve"]

    assert len(typed) > 20
    for words in typed:
        said = desk(*words)
        assert said.code == 0, said.err


def test_every_example_is_typed_in_some_story_or_has_a_reason_why_not() -> None:
    typed = {command for story in told() for command in story}

    assert typed.isdisjoint(NEEDS_MORE)
    assert typed | set(NEEDS_MORE) == {" ".join(command) for command in EVERY_COMMAND}
