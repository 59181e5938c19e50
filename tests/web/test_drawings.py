"""Whatever is drawn, nothing leaves its picture, no words overlap, and the table says the same."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.happenings import Direction
from tilsvar.domain.parties import Party
from tilsvar.domain.stakeholders import Level, Stakeholder, StakeholderRole, StanceValue
from tilsvar.store.contact_counts import ContactCount
from tilsvar.web.drawings.contacts import FLOOR, contact_picture
from tilsvar.web.drawings.influence import MOST as MOST_KEYS
from tilsvar.web.drawings.influence import influence_field
from tilsvar.web.drawings.measuring import WIDTH, broken, fitted, width_of
from tilsvar.web.drawings.stances import MOST as MOST_ROWS
from tilsvar.web.drawings.stances import SIGN, spread, stance_picture
from tilsvar.wording.language import language

LANG = language("nb")
TODAY = date(2023, 2, 3)
Box = tuple[float, float, float, float]

KEYS = st.text("ABCDEFGHIKLMNOPRSTUVWÆØÅ", min_size=1, max_size=25)
LEVELS = st.sampled_from([None, *Level])
DATES = st.one_of(
    st.dates(date(2016, 1, 1), TODAY).map(Edtf.on),
    st.builds("{}-{:02}".format, st.integers(2016, 2022), st.integers(1, 12)).map(Edtf),
    st.builds("{}-{}".format, st.integers(2016, 2022), st.integers(21, 24)).map(Edtf),
    st.integers(2016, 2023).map(str).map(Edtf),
)
STANCES = st.lists(st.tuples(st.sampled_from(StanceValue), DATES), max_size=25)


@st.composite
def parties(draw: st.DrawFn, most: int = 14) -> list[Party]:
    found = []
    for key in draw(st.lists(KEYS, min_size=1, max_size=most, unique=True)):
        role = draw(st.sampled_from(StakeholderRole))
        row = Stakeholder.of("T-X", key, role, influence=draw(LEVELS), interest=draw(LEVELS))
        for value, as_of in dict.fromkeys(draw(STANCES)):
            row.take_stance(value, as_of, TODAY)
        found.append(Party(key, (row,)))
    return found


def box(text: str, x: int, y: int, anchor: str = "start") -> Box:
    """Where the words stand, from top left to bottom right; `y` is their base line."""
    width = width_of(text)
    left = x - (width / 2 if anchor == "middle" else 0)
    return (left, y - 12, left + width, y + 4)


def assert_sound(boxes: Iterable[Box], height: int) -> None:
    """All of them inside, and none over another."""
    every = list(boxes)
    for left, top, right, bottom in every:
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= height
    for one, other in combinations(every, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@given(KEYS, st.integers(20, 200))
def test_what_is_fitted_fits_and_short_words_stay_whole(text: str, room: int) -> None:
    assert width_of(fitted(text, room)) <= room
    assert fitted(text, width_of(text)) == text
    pieces = broken(text, room)
    assert all(width_of(each) <= room for each in pieces)
    whole = "".join(each.removesuffix("-") for each in pieces[:-1]) + pieces[-1]
    assert whole == text or whole.endswith("…")


@given(parties())
def test_the_field_holds_every_judged_stakeholder_in_its_own_cell(those: list[Party]) -> None:
    judged = [each for each in those if each.influence and each.interest]
    picture = influence_field(those, {}, LANG)
    if not judged:
        assert picture is None
        return
    assert picture is not None

    words = [box(each.label, each.x, each.y) for each in picture.placed]
    heads = [box(each.label, each.x, each.y, each.anchor) for each in picture.heads]
    assert_sound([*words, *heads], picture.height)
    for placed, words_at in zip(picture.placed, words, strict=True):
        inside = [
            cell
            for cell in picture.cells
            if cell.x <= placed.x < cell.x + WIDTH / 3 and cell.y <= placed.y < cell.y + cell.height
        ]
        assert len(inside) == 1
        assert words_at[2] <= inside[0].x + WIDTH / 3
        assert words_at[3] <= inside[0].y + inside[0].height
    assert sorted(row[0] for row in picture.rows) == sorted(each.organisation for each in judged)
    in_cells = Counter((each.influence, each.interest) for each in judged)
    shown = sum(number if number <= MOST_KEYS else MOST_KEYS - 1 for number in in_cells.values())
    assert sum(1 for each in picture.placed if each.shape) == shown
    for each in judged:
        assert each.organisation in picture.text


@given(parties())
def test_each_row_of_stances_tells_what_the_table_tells(those: list[Party]) -> None:
    known = [each for each in those if each.stance]
    picture = stance_picture(those, {}, TODAY, LANG)
    if not known:
        assert picture is None
        return
    assert picture is not None

    signs = [
        (each.x - SIGN / 2, each.y - SIGN / 2, each.x + SIGN / 2, each.y + SIGN / 2)
        for row in picture.rows
        for each in row.steps
    ]
    names = [box(row.label, 0, row.y) for row in picture.rows]
    ticks = [box(each.label, each.x, picture.height - 8) for each in picture.ticks if each.label]
    assert_sound([*names, *signs, *ticks], picture.height)
    for row in picture.rows:
        for line in row.lines:
            assert 0 <= line.x <= line.end <= WIDTH
    assert len(picture.rows) + picture.more == len(known)
    assert len(picture.table) == sum(len(each.stances) for each in known)
    for row, each in zip(picture.rows, known[:MOST_ROWS], strict=False):
        newest = each.stances[: WIDTH // SIGN]
        assert [step.value for step in row.steps] == [
            stance.stance.value for _, stance in reversed(newest)
        ]


@given(st.lists(st.integers(0, WIDTH), max_size=WIDTH // SIGN).map(sorted))
def test_signs_keep_their_order_and_their_distance(wanted: list[int]) -> None:
    places = spread(wanted)

    assert all(later - earlier >= SIGN for earlier, later in pairwise(places))
    assert all(SIGN / 2 <= each <= WIDTH - SIGN / 2 for each in places)


@given(st.lists(st.integers(0, 4), max_size=8))
def test_a_sign_with_room_around_it_stands_where_it_belongs(apart: list[int]) -> None:
    wanted = [20 + 40 * place for place in sorted(set(apart))]

    assert spread(wanted) == wanted


MONTHS = st.dates(date(2005, 1, 1), TODAY).map(lambda day: day.replace(day=1))


@st.composite
def counts(draw: st.DrawFn) -> list[ContactCount]:
    found = []
    for first in draw(st.lists(MONTHS, max_size=20)):
        spread_over = draw(st.sampled_from([0, 0, 0, 31, 70, 300]))
        last = (first + timedelta(days=spread_over)).replace(day=1)
        direction = draw(st.sampled_from(Direction))
        found.append(ContactCount(direction, first, last, draw(st.integers(1, 2000))))
    return found


def total(rows: Sequence[Sequence[str | int]]) -> int:
    return sum(int(row[-1]) for row in rows)


@given(counts())
def test_bars_table_and_what_is_said_beside_them_are_all_the_contacts(
    those: list[ContactCount],
) -> None:
    picture = contact_picture(those, TODAY, LANG)
    if not those:
        assert picture is None
        return
    assert picture is not None

    assert total(picture.table) + picture.unplaced == sum(each.number for each in those)
    assert all(row[-1] == sum(map(int, row[1:-1])) for row in picture.table)
    labels = [box(each.text, each.x, each.y, each.anchor) for each in picture.labels]
    assert_sound(labels, picture.height)
    for bar in picture.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH
        lower = FLOOR
        for part in bar.parts:
            assert part.y + part.height == lower
            assert part.height > 0
            lower = part.y
        assert lower >= 0
    newest_first = list(picture.table)
    for bar, row in zip(reversed(picture.bars), newest_first, strict=False):
        assert len(bar.parts) == sum(1 for number in row[1:-1] if number)


def test_contacts_of_few_years_are_told_by_quarter_and_of_many_by_year() -> None:
    def once(day: date) -> ContactCount:
        return ContactCount(Direction.OUT, day, day, 1)

    few = contact_picture([once(date(2021, 5, 1)), once(date(2022, 11, 1))], TODAY, LANG)
    many = contact_picture([once(date(2016, 5, 1))], TODAY, LANG)

    assert few is not None
    assert many is not None
    assert few.table[0][0] == "1. kvartal 2023"
    assert few.table[-1] == ("2. kvartal 2021", 1, 0, 0, 1)
    assert [row[0] for row in many.table] == [str(year) for year in range(2023, 2015, -1)]


def test_a_date_that_could_lie_in_several_quarters_is_in_none() -> None:
    winter = ContactCount(Direction.IN, date(2022, 12, 1), date(2023, 2, 1), 2)
    summer = ContactCount(Direction.IN, date(2022, 7, 1), date(2022, 9, 1), 1)

    picture = contact_picture([winter, summer], TODAY, LANG)

    assert picture is not None
    assert (picture.unplaced, total(picture.table)) == (2, 1)
