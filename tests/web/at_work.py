"""The council's pages for people who have an account at work, and the provider that knows it."""

from sqlalchemy import select

from tilsvar.bootstrap import App
from tilsvar.commands.signing_in import link_identity
from tilsvar.store.signing_in import account
from tilsvar.tests.web.identity_provider import OBJECT, TENANT, IdentityProvider
from tilsvar.tests.web.reader import Page, Reader

EMAIL = "sek1@ho21.example"


class Work:
    """The council's pages and the provider at work, which know each other's addresses."""

    def __init__(self, app: App, provider: IdentityProvider, address: str) -> None:
        self.app, self.provider, self.address = app, provider, address

    def link(self, subject: str | None = OBJECT, tenant: str = TENANT) -> None:
        with self.app.office.work(by="cli") as work:
            link_identity(work, person="SEK1", tenant=tenant, subject=subject)
            work.commit()

    def sign_in(self, status: int = 200, wanted: str = "/") -> Page:
        """What a browser shows after it has gone to the provider and come back."""
        reader = Reader(self.address)
        reader.client.follow_redirects = True
        page = reader.open(f"/sign-in/oidc?next={wanted}", status)
        reader.close()
        return page

    def linked(self) -> list[tuple[str, str | None, str | None]]:
        with self.app.office.engine.connect() as connection:
            query = select(account.c.person, account.c.tenant, account.c.subject)
            return [(row.person, row.tenant, row.subject) for row in connection.execute(query)]
