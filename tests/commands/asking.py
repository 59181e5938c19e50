"""What stories about follow-ups share: letters that are late, drafts, and plain words."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from tilsvar.bootstrap import App
from tilsvar.commands.follow_ups import (
    approve_follow_up,
    draft_follow_up,
)
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.domain.kinds import FollowUpStatus
from tilsvar.domain.letters import Letter
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import Office, UnitOfWork


class Words:
    """Says only what is asked about, so that the stories see it."""

    def letter(self, work: UnitOfWork, follow_up: FollowUp) -> str:
        assert work.look(Letter, follow_up.letters[0])
        return (
            f"Purring\n\n{follow_up.language} {follow_up.number}: {' '.join(follow_up.letters)}\n"
        )

    def paragraph(self, work: UnitOfWork, follow_up: FollowUp, letters: Sequence[str]) -> str:
        assert work.look(FollowUp, follow_up.key)
        return f"Og {' '.join(letters)}."


WORDS = Words()


def send(office: Office, key: str, sent: str, *recipients: str) -> None:
    with office.work(by="SEK1") as work:
        send_letter(work, key=key, title=f"Brev {key}", sent=Edtf(sent), recipients=recipients)
        work.commit()


def draft(office: Office, department: str = "HOD") -> str | None:
    with office.work(by="clock") as work:
        found = draft_follow_up(work, department=department, words=WORDS)
        work.commit()
    return found.key if found else None


def approve(office: Office, key: str, on: str | None = None) -> str:
    with office.work(by="SEK1") as work:
        day = date.fromisoformat(on) if on else None
        letter = approve_follow_up(work, follow_up=key, words=WORDS, on=day)
        work.commit()
    return letter.key


def answer(office: Office, letter: str, sender: str = "HOD", **more: Any) -> None:
    with office.work(by="SEK1") as work:
        values = {"received": Edtf("2023-02-03"), **more}
        receive_reply(work, letter=letter, sender=sender, **values)
        work.commit()


def later(app: App, year: int, month: int, day: int) -> None:
    assert isinstance(app.office.clock, FixedClock)
    app.office.clock.set(datetime(year, month, day, 11, tzinfo=UTC))


def state(office: Office, key: str) -> tuple[FollowUpStatus, tuple[str, ...], int, str]:
    with office.reading() as work:
        found = work.get(FollowUp, key)
        return found.status, found.letters, found.number, found.body


def open_ones(office: Office) -> list[str]:
    with office.reading() as work:
        return [one.key for each in work.all(Letter) for one in each.obligations if one.open]
