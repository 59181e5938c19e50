"""What a replay has left in its folder."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tilsvar.workers.replay import Summary

UNTIL = date(2023, 2, 3)
DATABASE = "replay.db"


@dataclass(frozen=True)
class Outcome:
    folder: Path
    summary: Summary

    @property
    def files(self) -> dict[str, bytes]:
        """Every file's bytes by its path in the folder."""
        return {
            each.relative_to(self.folder).as_posix(): each.read_bytes()
            for each in sorted(self.folder.rglob("*"))
            if each.is_file()
        }

    @property
    def told(self) -> dict[str, bytes]:
        """The same without the database, which only SQLite keeps in the folder."""
        return {name: content for name, content in self.files.items() if name != DATABASE}

    @property
    def mails(self) -> dict[str, bytes]:
        """The mails by the names of their files, which begin with the day."""
        return mails_in(self.folder)


def mails_in(folder: Path) -> dict[str, bytes]:
    return {each.stem: each.read_bytes() for each in sorted((folder / "mails").iterdir())}
