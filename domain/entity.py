"""What every entity has in common: it remembers what has just happened to it."""

from collections.abc import Mapping

from .events import Event


class Entity:
    """A thing of the council with a key, whose changes are told as events."""

    key: str

    @property
    def events(self) -> list[Event]:
        """Events recorded since the entity was made or loaded, oldest first.

        They live in the instance and not in a column: the unit of work takes them at commit.
        """
        pending: list[Event] = self.__dict__.setdefault("_events", [])
        return pending

    def record(self, event: Event) -> None:
        self.events.append(event)

    def change(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """Set the fields whose value is another one, and return their names."""
        changed = tuple(name for name, value in values.items() if getattr(self, name) != value)
        for name in changed:
            setattr(self, name, values[name])
        return changed
