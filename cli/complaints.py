"""What went wrong, in one sentence on standard error, and the exit code that goes with it.

A user's mistake, a missing schema or a server that is down is said in words. A fault of the program
is not hidden: it is raised again.
"""

import os
import sys

import typer
from typer.exceptions import TyperException

from ..domain.errors import TilsvarError

FAILED, INTERRUPTED = 1, 130

_OLD_OR_NO_SCHEMA = (
    "no such table",
    "no such column",
    "UndefinedTable",
    "UndefinedColumn",
)


def complain(trouble: BaseException) -> int:
    """Say it and return the exit code; raises `trouble` again where it is no expected weather."""
    if isinstance(trouble, KeyboardInterrupt | typer.Abort):
        return _say("Stopped.", INTERRUPTED)
    if isinstance(trouble, BrokenPipeError):
        # Whoever read the output has stopped reading, as `head` does; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    if isinstance(trouble, TyperException):
        return _say(_misuse(trouble), trouble.exit_code)
    if isinstance(trouble, TilsvarError):
        return _say(str(trouble), FAILED)
    sentence = _of_database(trouble) or _of_redis(trouble) or _of_file(trouble)
    if sentence is None:
        raise trouble
    return _say(sentence, FAILED)


def _say(sentence: str, code: int) -> int:
    if sentence:
        typer.echo(sentence, err=True)
    return code


def _misuse(trouble: TyperException) -> str:
    """What typer found wrong with the arguments, and where to read more."""
    context = getattr(trouble, "ctx", None)
    # Where a group is called without a command, its help has been shown and nothing is said yet.
    message = trouble.format_message() or "Name a command"
    if context is None:
        return message
    return f"{message.rstrip('.')}. See `{context.command_path} --help`."


def _of_database(trouble: BaseException) -> str | None:
    if not _comes_from(trouble, "sqlalchemy"):
        return None
    original = getattr(trouble, "orig", None)
    told = f"{type(original).__name__}: {original}"
    if any(sign in told for sign in _OLD_OR_NO_SCHEMA):
        return "The database has no tables of this version yet: run `tilsvar migrate`."
    if type(trouble).__name__ != "OperationalError":
        return None
    reason = str(original).partition("\n")[0].strip().rstrip(".")
    return f"The database cannot be used: {reason}. Check TILSVAR_DATABASE_URL."


def _of_redis(trouble: BaseException) -> str | None:
    if not (_comes_from(trouble, "redis") or type(trouble).__name__ == "ConnectionClosed"):
        return None
    reason = " ".join(str(trouble).split()).rstrip(".")
    return f"Redis cannot be used: {reason}. Check TILSVAR_REDIS_URL."


def _of_file(trouble: BaseException) -> str | None:
    if not isinstance(trouble, OSError):
        return None
    reason = trouble.strerror or str(trouble)
    return f"{trouble.filename}: {reason}." if trouble.filename else f"{reason}."


def _comes_from(trouble: BaseException, package: str) -> bool:
    """Whether that package raised it; asked by name, so that it need not be imported for that."""
    return any(cls.__module__.partition(".")[0] == package for cls in type(trouble).__mro__)
