"""The council's own template of reports in Word, once it has been looked through."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SoundTemplate:
    """A template that reports can be filled into: what its file is called, and its bytes."""

    name: str
    content: bytes
