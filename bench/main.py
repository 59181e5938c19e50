"""Measures what the system adds to the plain work, and prints one table of ratios.

Each line compares the product with a bare baseline in the same run on the same machine, so that
the ratio holds wherever it runs; the times beside it hold for this machine only. Nothing here
fails: it exits with 0 whatever the ratios are.
"""

import argparse
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from . import (
    digests,
    due_scan,
    feeds,
    pages,
    recording,
    relaying,
    reports,
    sending,
    theme_pages,
)
from .around import Size
from .measuring import Line, table
from .places import Place, postgres, sqlite


@dataclass(frozen=True)
class Sizes:
    """How much is done in each batch, and among how much; `digests` are people and things each."""

    facts: int
    deliveries: int
    rungs: tuple[int, ...]
    scans: int
    mails: int
    digests: tuple[int, int]
    others: tuple[int, int]
    entries: int
    fetches: int
    letters: tuple[int, int]
    contacts: tuple[Size, Size]
    views: int
    unanswered: int
    rounds: int = 5


FULL = Sizes(
    300,
    5_000,
    (10_000, 100_000, 1_000_000),
    200,
    200,
    (20, 10),
    (10_000, 1_000_000),
    10_000,
    1_000,
    (1_000, 1_000_000),
    (Size(100, 100, 1_000), Size(2_000, 200, 100_000)),
    10,
    100_000,
)
QUICK = Sizes(
    20,
    300,
    (1_000, 2_000, 10_000),
    10,
    20,
    (3, 4),
    (100, 1_000),
    200,
    20,
    (200, 4_000),
    (Size(20, 10, 200), Size(40, 20, 400)),
    2,
    400,
    rounds=3,
)


def measure(place: Place, sizes: Sizes) -> Iterator[Line]:
    """Every line for one kind of database."""
    yield from recording.measure(place, sizes.facts, sizes.rounds)
    yield from relaying.measure(place, sizes.deliveries, sizes.rounds)
    yield from due_scan.measure(place, sizes.rungs, sizes.scans, sizes.rounds)
    yield from sending.measure(place, sizes.mails, sizes.rounds)
    yield from digests.measure(place, *sizes.digests, sizes.others, sizes.rounds)
    yield from feeds.measure(place, sizes.entries, sizes.fetches, sizes.rounds)
    yield from pages.measure(place, sizes.letters, sizes.views, sizes.rounds)
    yield from theme_pages.measure(place, sizes.contacts, sizes.views, sizes.rounds)
    yield from reports.measure(place, sizes.letters, sizes.unanswered, sizes.rounds)


def main() -> None:
    options = argparse.ArgumentParser(
        prog="bench/run.py", description=(__doc__ or "").split("\n")[0]
    )
    options.add_argument("--quick", action="store_true", help="small sizes, rough ratios")
    options.add_argument("--sqlite", action="store_true", help="on SQLite only, not on Postgres")
    chosen = options.parse_args()
    sizes = QUICK if chosen.quick else FULL
    places: list[AbstractContextManager[Place]] = [sqlite()]
    if not chosen.sqlite:
        places.append(postgres())
    lines = []
    for each in places:
        with each as place:
            for line in measure(place, sizes):
                print(f"measured: {line.what}", flush=True)
                lines.append(line)
    print(f"\nMedian of {sizes.rounds} interleaved rounds, ours against bare:\n")
    print(table(lines))


if __name__ == "__main__":
    main()
