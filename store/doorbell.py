"""The doorbell: tells workers after a commit that there is something to do."""

from typing import Protocol


class Doorbell(Protocol):
    """Tells workers that there is something to do; may fail silently, the relay comes later."""

    def ring(self, actor: str, keys: list[str]) -> None: ...


class SilentDoorbell:
    """For a process without workers: the relay of another process finds the work."""

    def ring(self, actor: str, keys: list[str]) -> None:
        pass
