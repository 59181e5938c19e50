"""Where a mail server is and how it wants to be spoken to."""

from dataclasses import dataclass, field
from enum import StrEnum


class Security(StrEnum):
    """How the connection is protected: not, from the first byte, or after a plain greeting."""

    NONE = "none"
    TLS = "tls"
    STARTTLS = "starttls"


@dataclass(frozen=True)
class SmtpServer:
    """A mail server; times in seconds, which together stay well below the ledger's claim.

    `timeout` is for everything up to the final dot, from waiting for a turn on; `patience` is for
    the answer to the dot. RFC 5321 (4.5.3.2.6) would give that ten minutes: a server that needs so
    long should stand behind a relay of one's own, or the mail ends as doubtful.
    """

    host: str
    port: int
    security: Security = Security.NONE
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 20.0
    patience: float = 25.0

    @property
    def place(self) -> str:
        return f"{self.host}:{self.port}"
