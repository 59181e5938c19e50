"""The product's pages with an ear at the door: what was asked, and what was answered."""

from itertools import groupby

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tilsvar.tests.servers.ports import until


class Watched:
    """Hands everything on to the application, and keeps the method and status of each answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._heard: list[tuple[str, int]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def listening(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._heard.append((scope["method"], message["status"]))
            await send(message)

        await self._app(scope, receive, listening)

    def answers(self, method: str = "GET") -> list[int]:
        """The status of each answer so far, oldest first."""
        return [status for asked, status in self._heard if asked == method]

    def wait_for(self, *answers: int) -> None:
        """Wait until those are the answers to every GET, as often as each came in a row."""
        until(lambda: _in_turn(self.answers()) == [*answers], f"{answers} as answers")


def _in_turn(answers: list[int]) -> list[int]:
    return [answer for answer, _ in groupby(answers)]
