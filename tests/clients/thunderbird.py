"""A real Thunderbird without a screen, driven through Marionette, with one mail account.

It opens windows, shows mails and has its buttons pressed as for a person; what it sends goes to a
mail server of the tests. Nothing it does leaves this machine.
"""

import json
import os
import warnings
from pathlib import Path
from typing import Any

from tilsvar.tests.servers.ports import answers, free_port
from tilsvar.tests.servers.programs import Program, installed

_SCRIPTS = Path(__file__).parent / "thunderbird_scripts"
_CALLED = """\
const resolve = arguments[arguments.length - 1];
const given = Array.from(arguments).slice(0, -1);
const failed = (error) => resolve({ failed: `${error}\\n${error.stack}` });
(async () => {
%s
})().then((answer) => resolve({ answer }), failed);
"""
_PATIENCE = 60  # seconds for one script; only an end to the waiting


class Thunderbird:
    """A running Thunderbird of Kari's, who writes as `ADDRESS`."""

    ADDRESS = "kari@nfd.example"

    def __init__(self, folder: Path, smtp_port: int) -> None:
        command = installed("thunderbird", "thunderbird")
        self.folder = folder
        self._port = free_port()
        profile = folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(
            "".join(
                f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
                for name, value in self._preferences(smtp_port).items()
            )
        )
        self._program = Program(
            [
                *(command, "--headless", "--no-remote", "--profile", str(profile)),
                *("--marionette", "-remote-allow-system-access"),
            ],
            folder,
            name="thunderbird",
            env=self._environment(),
        )
        self._program.wait_for(lambda: answers(self._port))
        try:
            self._session = _session(self._port)
        except BaseException:
            self._program.kill()
            raise

    def do(self, script: str, *given: Any) -> Any:
        """Run a script of `thunderbird_scripts` in the program itself and return its answer."""
        text = "\n".join((_SCRIPTS / name).read_text("utf-8") for name in ("common.js", script))
        told = self._session.execute_async_script(
            _CALLED % text, script_args=list(given), sandbox="system"
        )
        assert "failed" not in told, f"{script}: {told['failed']}\n{self._complaints()}"
        return told.get("answer")

    def stop(self) -> None:
        try:
            self._session.delete_session()
        finally:
            self._program.stop()

    def _complaints(self) -> str:
        lines = self._program.said().splitlines()
        return "\n".join(line for line in lines if "rror" in line and "glib" not in line)

    def _environment(self) -> dict[str, str]:
        home = {"HOME": str(self.folder), "TMPDIR": str(self.folder)}
        return os.environ | home | {"TZ": "Europe/Oslo", "MOZ_HEADLESS": "1"}

    def _preferences(self, smtp_port: int) -> dict[str, Any]:
        return {
            "marionette.port": self._port,
            # Whatever is not on this machine goes to a proxy that is not there.
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": 9,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": 9,
            "app.update.enabled": False,
            "calendar.timezone.useSystemTimezone": False,
            "calendar.timezone.local": "Europe/Oslo",
            # Only an account whose mail could be fetched may be the one that answers.
            "mail.accountmanager.accounts": "account1",
            "mail.accountmanager.defaultaccount": "account1",
            "mail.account.account1.server": "server1",
            "mail.account.account1.identities": "id1",
            "mail.server.server1.type": "pop3",
            "mail.server.server1.hostname": "127.0.0.1",
            "mail.server.server1.userName": "kari",
            "mail.server.server1.name": "kari",
            "mail.server.server1.check_new_mail": False,
            "mail.server.server1.login_at_startup": False,
            "mail.identity.id1.useremail": self.ADDRESS,
            "mail.identity.id1.fullName": "Kari Nordmann",
            "mail.identity.id1.valid": True,
            "mail.identity.id1.fcc": False,
            "mail.identity.id1.smtpServer": "smtp1",
            "mail.smtpservers": "smtp1",
            "mail.smtp.defaultserver": "smtp1",
            "mail.smtpserver.smtp1.hostname": "127.0.0.1",
            "mail.smtpserver.smtp1.port": smtp_port,
            "mail.smtpserver.smtp1.authMethod": 1,
            "mail.smtpserver.smtp1.try_ssl": 0,
        }


def _session(port: int) -> Any:
    with warnings.catch_warnings():
        # marionette_driver asks for the name of the Linux distribution in a way that is outdated.
        warnings.simplefilter("ignore")
        from marionette_driver.marionette import Marionette  # noqa: PLC0415

    class Driver(Marionette):  # type: ignore[misc]  # the package has no types
        """Goes without the package's own waiting, which leaves sockets open on a slow machine."""

        def raise_for_port(self, *_arguments: object, **_options: object) -> bool:
            return True

    session = Driver(host="127.0.0.1", port=port)
    session.start_session()
    session.set_context("chrome")
    session.timeout.script = _PATIENCE
    return session
