"""A council to which anything happens: every sort of fact that timelines and themes tell of."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from tilsvar.commands.areas import register_area
from tilsvar.commands.belonging import add_to_theme, take_from_theme
from tilsvar.commands.consultations import (
    correct_consultation,
    decline_consultation,
    publish_consultation,
)
from tilsvar.commands.council import register_organisation, succeed
from tilsvar.commands.letters import receive_reply, send_letter, withdraw_reply
from tilsvar.commands.media import record_coverage, withdraw_coverage
from tilsvar.commands.meetings import (
    cancel_meeting,
    correct_meeting,
    hold_meeting,
    restore_meeting,
    schedule_meeting,
)
from tilsvar.commands.notes import correct_note, take_note, withdraw_note
from tilsvar.commands.op_eds import correct_op_ed, start_op_ed, update_op_ed
from tilsvar.commands.promises import (
    give_promise,
    keep_promise,
    reopen_promise,
    withdraw_promise,
)
from tilsvar.commands.themes import correct_theme, register_theme
from tilsvar.commands.withdrawing_letters import restore_letter, withdraw_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.happenings import THINGS
from tilsvar.domain.kinds import ConsultationKind, Kind, MeetingKind, OpEdStatus, ReplyKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store.unit_of_work import Office, UnitOfWork

ORGANISATIONS = ("HOD", "KD", "KMD", "KDD", "FHI", "DM")
AREAS = ("HELSE", "NAERING")
THEMES = ("T1", "T2", "T3")
TITLES = (
    "Et kunnskapsløft for kommunene",
    "Dialogmøte om ET  KUNNSKAPSLØFT – for kommunene",
    "Helsedata",
    "Om helsedatas bruk",
    "Innspill om helsedata, igjen",
    "Brev",
)


class RandomCouncil:
    """Facts in an order that one number decides."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office = office
        self.chance = random.Random(seed)
        self.things: list[tuple[Kind, str]] = []

    def begin(self) -> None:
        """The organisations, of which KDD took over from KMD, and the areas."""
        with self.office.work(by="SEK1") as work:
            for key in ("KMD", "KDD", "FHI", "DM"):
                register_organisation(work, key=key, name=f"Navn {key}", kind="other")
            succeed(work, organisation="KMD", successor="KDD", on=date(2022, 1, 1))
            for key in AREAS:
                register_area(work, key=key, name=f"Område {key}")
            work.commit()

    def live(self, facts: int) -> None:
        """So many facts, each in a transaction of its own; what is refused did not happen."""
        deeds = (self.new, self.new, self.change, self.change, self.of_themes)
        for _ in range(facts):
            with self.office.work(by="SEK1") as work, suppress(TilsvarError):
                self.chance.choice(deeds)(work)
                work.commit()

    def some(self, of: tuple[str, ...]) -> list[str]:
        return self.chance.sample(of, self.chance.choice([1, 1, 2, 3]))

    def maybe(self, of: tuple[str, ...]) -> str | None:
        return self.chance.choice([None, *of])

    def on(self) -> Edtf:
        day = date(2021, 1, 1) + timedelta(days=self.chance.randrange(800))
        texts = (f"{day}", f"{day}", f"{day:%Y-%m}", f"{day.year}", f"../{day}", f"{day.year}-24")
        return Edtf(self.chance.choice(texts))

    def new(self, work: UnitOfWork) -> None:
        kind = self.chance.choice(list(THINGS))
        key = f"{kind.value}-{len(self.things)}"
        self._make(work, kind, key)
        self.things.append((kind, key))

    def _make(self, work: UnitOfWork, kind: Kind, key: str) -> None:
        title, area, on = self.chance.choice(TITLES), self.maybe(AREAS), self.on()
        whom = self.some(ORGANISATIONS)
        one, theme = whom[0], self.maybe(THEMES)
        match kind:
            case Kind.LETTER:
                send_letter(work, key=key, title=title, sent=on, recipients=whom, area=area)
            case Kind.MEETING:
                schedule_meeting(
                    work,
                    key=key,
                    kind=MeetingKind.DIALOGUE,
                    title=title,
                    time=MeetingTime(Edtf.on(on.last + timedelta(days=self.chance.randrange(99)))),
                    participants=tuple(whom),
                    area=area,
                )
            case Kind.OP_ED:
                start_op_ed(work, key=key, title=title, on=on.first, cosigners=tuple(whom))
            case Kind.CONSULTATION:
                publish_consultation(
                    work,
                    key=key,
                    kind=ConsultationKind.CONSULTATION,
                    title=title,
                    publisher=one,
                    deadline=on,
                    area=area,
                )
            case Kind.NOTE:
                take_note(work, key=key, organisation=one, text=title, on=on, theme=theme)
            case Kind.PROMISE:
                give_promise(
                    work,
                    key=key,
                    organisation=one,
                    what=title,
                    given=on,
                    by_when=self.chance.choice([None, Edtf("2023-05")]),
                    theme=theme,
                )
            case Kind.COVERAGE:
                record_coverage(work, key=key, title=title, on=on, outlet="DM", theme=theme)

    def change(self, work: UnitOfWork) -> None:
        kind, key = self.chance.choice(self.things)
        changes: dict[Kind, list[Callable[[], object]]] = {
            Kind.LETTER: [
                lambda: withdraw_letter(work, letter=key, why="Feil"),
                lambda: restore_letter(work, letter=key),
                lambda: withdraw_reply(
                    work, letter=key, sender=self.chance.choice(ORGANISATIONS), why="Feil"
                ),
                *(3 * [lambda: self.answer(work, key)]),
            ],
            Kind.MEETING: [
                lambda: hold_meeting(work, meeting=key),
                lambda: hold_meeting(work, meeting=key),
                lambda: cancel_meeting(work, meeting=key),
                lambda: restore_meeting(work, meeting=key),
                lambda: correct_meeting(
                    work, meeting=key, participants=tuple(self.some(ORGANISATIONS))
                ),
                lambda: correct_meeting(work, meeting=key, title=self.chance.choice(TITLES)),
            ],
            Kind.OP_ED: [
                lambda: update_op_ed(
                    work, op_ed=key, status=OpEdStatus.PUBLISHED, outlet="DM", on=self.on()
                ),
                lambda: correct_op_ed(work, op_ed=key, area=self.maybe(AREAS)),
            ],
            Kind.CONSULTATION: [
                lambda: decline_consultation(work, consultation=key),
                lambda: correct_consultation(work, consultation=key, area=self.maybe(AREAS)),
            ],
            Kind.NOTE: [
                lambda: withdraw_note(work, note=key),
                lambda: correct_note(work, note=key, theme=self.maybe(THEMES)),
            ],
            Kind.PROMISE: [
                lambda: keep_promise(work, promise=key, on=self.on()),
                lambda: reopen_promise(work, promise=key),
                lambda: withdraw_promise(work, promise=key),
            ],
            Kind.COVERAGE: [lambda: withdraw_coverage(work, coverage=key)],
        }
        self.chance.choice(changes[kind])()

    def answer(self, work: UnitOfWork, key: str) -> None:
        receive_reply(
            work,
            letter=key,
            sender=self.chance.choice(ORGANISATIONS),
            received=self.on(),
            kind=self.chance.choice(list(ReplyKind)),
        )

    def of_themes(self, work: UnitOfWork) -> None:
        theme, kind_and_key = self.chance.choice(THEMES), self.chance.choice(self.things)
        kind, key = kind_and_key
        deeds: list[Callable[[], object]] = [
            lambda: register_theme(
                work, key=theme, title=self.chance.choice(TITLES), area=self.maybe(AREAS)
            ),
            lambda: correct_theme(work, theme=theme, title=self.chance.choice(TITLES)),
            lambda: correct_theme(work, theme=theme, area=self.maybe(AREAS)),
            lambda: add_to_theme(work, theme=theme, kind=kind, key=key),
            lambda: take_from_theme(work, theme=theme, kind=kind, key=key),
        ]
        self.chance.choice(deeds)()
