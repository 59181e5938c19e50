"""A council whose calendar real programs fetch."""

from datetime import datetime
from pathlib import Path

import httpx

from tilsvar.bootstrap import bootstrap
from tilsvar.commands.feeds import create_feed
from tilsvar.settings import Settings
from tilsvar.tests.servers.databases import Databases

NOW = "2023-02-03T12:00:00+01:00"


class Council:
    """Facts are recorded in its `app`'s office; whoever serves it says at which `base`."""

    base = ""

    def __init__(self, folder: Path, databases: Databases) -> None:
        self.settings = {
            "database_url": databases.migrated(folder),
            "mail_url": f"file:{folder / 'outbox'}",
            "files": str(folder / "files"),
        }
        self.app = bootstrap(
            Settings.model_validate(self.settings | {"now": datetime.fromisoformat(NOW)})
        )
        self.office = self.app.office
        with self.office.work(by="SEK1") as work:
            self._token = create_feed(work, name="council")
            work.commit()

    @property
    def address(self) -> str:
        """The secret address of its calendar."""
        return f"{self.base}/feeds/{self._token}/council.ics"

    def feed(self) -> bytes:
        """The calendar's bytes, as any program gets them now."""
        return httpx.get(self.address).raise_for_status().content

    def close(self) -> None:
        self.app.close()
