"""Keeps this process's claims on mails alive while it hands them over.

A mail server may take minutes to answer. A claim that simply ran out meanwhile would look like that
of a dead process, and the mail would go out twice; one that held for many minutes would leave the
mails of a process that did die lying that long.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import structlog
from sqlalchemy import Engine, update
from sqlalchemy.exc import SQLAlchemyError

from ..store import flow
from ..store.clock import machine_now

CLAIM = timedelta(seconds=30)
"""How long a claim holds after its process was last heard of."""

RENEWAL = CLAIM / 3
log = structlog.get_logger()


class Claims:
    """What this process is handing over; a thread renews the claims as long as there are any."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: set[str] = set()
        self._lock = threading.Lock()
        self._renews = False

    @contextmanager
    def held(self, mail_id: str) -> Iterator[None]:
        """Hold the claim for the length of the block, however long that takes."""
        with self._lock:
            self._held.add(mail_id)
            if not self._renews:
                self._renews = True
                threading.Thread(target=self._renew_while_held, daemon=True).start()
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(mail_id)

    def _renew_while_held(self) -> None:
        while True:
            time.sleep(RENEWAL.total_seconds())
            with self._lock:
                held = sorted(self._held)
                if not held:
                    self._renews = False
                    return
            self.renew(held)

    def renew(self, mail_ids: list[str]) -> None:
        """Let the claims on these run anew; what has been settled meanwhile stays settled."""
        mail = flow.mail.c
        until = machine_now() + CLAIM
        renewed = update(flow.mail).where(mail.id.in_(mail_ids), mail.state == "sending")
        try:
            with self._engine.begin() as connection:
                connection.execute(renewed.values(claimed_until=until, next_attempt_at=until))
        except SQLAlchemyError as trouble:
            log.warning("claims could not be renewed", mails=len(mail_ids), trouble=str(trouble))
