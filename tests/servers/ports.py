"""Free ports on loopback, and waiting for a server to answer on one."""

import socket
from collections.abc import Callable
from time import monotonic, sleep


class NotInTimeError(AssertionError):
    """What a test waits for did not come; not a measurement, only an end to the waiting."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def until(condition: Callable[[], object], what: str, *, within: float = 30) -> None:
    """Look until the condition holds; raises NotInTimeError after so many seconds."""
    end = monotonic() + within
    while not condition():
        if monotonic() > end:
            raise NotInTimeError(f"{what} did not come within {within:.0f} seconds")
        sleep(0.02)
