"""Keeps what was made with effort while there is room for it; what came first goes first."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Values by key, at most `room` bytes of them, each as large as `size` says.

    One thread at a time puts away; looking is safe for any.
    """

    def __init__(self, room: int, size: Callable[[V], int]) -> None:
        self._room, self._size = room, size
        self._kept: dict[K, V] = {}
        self._taken = 0

    def get(self, key: K) -> V | None:
        return self._kept.get(key)

    def put(self, key: K, value: V) -> None:
        self.drop(key)
        self._kept[key] = value
        self._taken += self._size(value)
        while self._taken > self._room:
            self.drop(next(iter(self._kept)))

    def drop(self, key: K) -> None:
        old = self._kept.pop(key, None)
        if old is not None:
            self._taken -= self._size(old)

    def __len__(self) -> int:
        return len(self._kept)
