"""Ladders as the secretariat writes them: what is read is what is written back."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.errors import DomainError
from tilsvar.domain.ladder_text import NotARung, read_rungs, write_rungs
from tilsvar.domain.ladders import DEFAULTS, Audience, Channel, Rung

RUNGS = st.builds(
    Rung,
    days=st.integers(-400, 400),
    working=st.booleans(),
    to=st.lists(st.sampled_from([*map(str, Audience), "SEK1"]), min_size=1, unique=True).map(tuple),
    channel=st.sampled_from(Channel),
    from_end=st.booleans(),
)


def test_a_ladder_reads_as_it_is_spoken() -> None:
    first, second, third = read_rungs("-14d, 0d at once; end+1wd to responsible leader digest")

    assert (first.days, first.working, first.to) == (-14, False, ("responsible",))
    assert second.channel is Channel.AT_ONCE
    assert (third.from_end, third.working, third.days) == (True, True, 1)
    assert (third.to, third.channel) == (("responsible", "leader"), Channel.DIGEST)


@pytest.mark.parametrize("name", sorted(DEFAULTS))
def test_every_usual_ladder_can_be_written_and_read(name: str) -> None:
    assert read_rungs(write_rungs(DEFAULTS[name].rungs)) == DEFAULTS[name].rungs


@given(st.lists(RUNGS, max_size=8, unique_by=lambda rung: rung.name))
def test_what_is_written_is_read_again(rungs: list[Rung]) -> None:
    assert read_rungs(write_rungs(tuple(rungs))) == tuple(rungs)


@given(st.text(max_size=40))
def test_any_text_is_a_ladder_or_refused_as_no_rung(text: str) -> None:
    with suppress(DomainError):
        read_rungs(text)


@pytest.mark.parametrize("text", ["14", "-14 dager", "99999d", "0d til leder", "--1d"])
def test_what_is_no_rung_is_named(text: str) -> None:
    with pytest.raises(NotARung, match="write -14d"):
        read_rungs(text)
