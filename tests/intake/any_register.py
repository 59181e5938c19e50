"""Registers as people might write them: any words in the cells, keys that fit together."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tilsvar.domain.communications import Channel
from tilsvar.domain.kinds import SignOffCode
from tilsvar.domain.media import CoverageSort
from tilsvar.domain.points import Uptake
from tilsvar.domain.qualification import FormField
from tilsvar.domain.stakeholders import Level, StakeholderRole, StanceValue
from tilsvar.domain.themes import Stage

Cells = dict[str, str]

BASE: Mapping[str, list[Cells]] = {
    "organisations": [
        {"key": "HOD", "name": "Helse", "kind": "ministry"},
        {"key": "KMD", "name": "Kommunal", "kind": "ministry", "successor": "KDD", "from": "2022"},
        {"key": "KDD", "name": "Distrikt", "kind": "ministry"},
        {"key": "DM", "name": "Dagens Medisin", "kind": "media"},
    ],
    "areas": [{"key": "HELSE", "name": "God helse", "from": "2020"}],
    "people": [
        {"key": "SEK1", "name": "Saksbehandler", "role": "secretariat", "from": "2019-01-01"},
        {"key": "M01", "name": "Medlem", "role": "member", "from": "2019-01-01"},
    ],
}
"""What all of them have, so that the rest can name somebody."""

_FIRST = st.sampled_from(["", "", "=", "+", "-", "@", "'", "'=", "''-", '"', ";", ","])
_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")),
    max_size=12,
)
LINE = st.builds("{}{}{}".format, _FIRST, st.sampled_from("aÅø1"), _WORDS)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
PAST = st.sampled_from(["2021-09-10", "2020-09", "2022-21", "2019", "../2021-03-08"])
AHEAD = st.sampled_from(["2023-09-10", "2023-10", "2024-23", "2025", "../2024-03-08"])
OFFICE, MINISTRY = st.sampled_from(["SEK1", "M01"]), st.sampled_from(["HOD", "KMD", "KDD"])
# The goal of a theme is written in its form too, and the form has the last word.
ANSWERED = [each for each in FormField if each is not FormField.GOAL]
CODES = [each for each in SignOffCode if each is not SignOffCode.UNSPECIFIED]
DAY_SET = st.sampled_from(["2024-09-10", "2025-01-02"])
KINDS = (*["letter"] * 3, "memo", "submission")


def maybe(some: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | some


def one_of(words: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([each.value for each in words])


@st.composite
def registers(draw: Callable[[Any], Any]) -> dict[str, list[Cells]]:
    """The rows of every sheet that they have, each cell a text."""

    def rows(prefix: str, most: int, **columns: st.SearchStrategy[str]) -> list[Cells]:
        number = draw(st.integers(0, most))
        return [
            {"key": f"{prefix}{n}"} | {name: draw(some) for name, some in columns.items()}
            for n in range(number)
        ]

    themes = rows(
        "T",
        3,
        title=LINE,
        area=maybe(st.just("HELSE")),
        stage=maybe(one_of(Stage)),
        plan=maybe(LINE),
        goal=maybe(TEXT),
        responsible=maybe(OFFICE),
        set_aside=st.sampled_from(["", "yes"]),
        known=maybe(PAST),
        source=maybe(LINE),
    )
    for number, each in enumerate(themes):
        each["title"] = f"{each['title']} {number}"
    letters = rows("L", 3, kind=st.sampled_from(KINDS), title=LINE, sent=PAST, recipients=MINISTRY)
    about = maybe(st.sampled_from([f"letter:{each['key']}" for each in letters] or [""]))
    theme = st.sampled_from([each["key"] for each in themes] or [""])
    found: dict[str, list[Cells]] = {
        "themes": themes,
        "letters": [{"id": each.pop("key")} | each for each in letters],
        "notes": rows("N", 2, organisation=MINISTRY, theme=maybe(theme), on=PAST, text=TEXT),
        "promises": rows(
            *("P", 2), organisation=MINISTRY, given=PAST, what=TEXT, by_when=maybe(AHEAD)
        ),
        "contacts": rows(
            *("K", 2), organisation=MINISTRY, function=LINE, purpose=LINE, name=maybe(LINE)
        ),
        "target_groups": rows("G", 2, source=maybe(LINE), retired=st.sampled_from(["", "yes"])),
        "activities": rows(
            "A", 2, title=LINE, channel=maybe(one_of(Channel)), message=TEXT, about=about
        ),
        "coverage": rows("C", 2, title=LINE, on=PAST, sort=maybe(one_of(CoverageSort)), note=TEXT),
    }
    for number, group in enumerate(found["target_groups"]):
        group["name"] = f"Gruppe {number}"
    if letters:
        of_a_letter = st.sampled_from([f"L{n}" for n in range(len(letters))])
        found["points"] = rows("PK", 3, letter=of_a_letter, text=LINE)
        for number, point in enumerate(found["points"]):
            point["text"] = f"{point['text']} {number}"
            if draw(st.booleans()):
                point |= {"uptake": "taken", "place": draw(LINE), "seen": "2023-01"}
        found["judgements"] = [
            {"point": point["key"], "seen": draw(st.sampled_from(["2022-11", "2022-10-31"]))}
            | {"uptake": draw(one_of(Uptake)), "place": draw(LINE)}
            for point in found["points"]
            if "seen" in point and draw(st.booleans())
        ]
        found |= _besides(draw, found["letters"])
    if themes:
        found["measures"] = rows(
            *("X", 2), theme=theme, title=LINE, owner=maybe(MINISTRY), follow_up=maybe(AHEAD)
        )
        for number, measure in enumerate(found["measures"]):
            measure["title"] = f"{measure['title']} {number}"
        found["forms"] = _apart(
            [
                {"theme": draw(theme), "field": draw(one_of(ANSWERED)), "text": draw(TEXT)}
                for _ in range(draw(st.integers(0, 4)))
            ]
        )
        found["stakeholders"] = _stakeholders(draw, theme)
    return {**BASE, **{sheet: listed for sheet, listed in found.items() if listed}}


def _stakeholders(draw: Callable[[Any], Any], theme: st.SearchStrategy[str]) -> list[Cells]:
    found = []
    pairs = st.tuples(theme, st.sampled_from(["HOD", "DM"]))
    for pair in draw(st.lists(pairs, unique=True, max_size=3)):
        said = {
            "theme": pair[0],
            "organisation": pair[1],
            "role": draw(one_of(StakeholderRole)),
            "responsibility": draw(maybe(TEXT)),
            "influence": draw(maybe(one_of(Level))),
            "known_by": draw(st.sampled_from(["", "M01", "SEK1;M01"])),
        }
        if draw(st.booleans()):
            said |= {"removed": "yes", "why": draw(maybe(LINE))}
        dates = draw(st.lists(PAST, unique=True, max_size=3)) or [""]
        for as_of in dates:
            stance = {"stance": draw(one_of(StanceValue)), "source": draw(LINE)} if as_of else {}
            found.append(said | {"as_of": as_of} | stance)
    return found


def _besides(draw: Callable[[Any], Any], letters: list[Cells]) -> dict[str, list[Cells]]:
    """What a register says of its letters besides, and of a meeting and a draft."""
    asked = [each for each in letters if each["kind"] != "submission"]
    whose = [{"letter": each["id"], "recipient": each["recipients"]} for each in asked]
    meeting = {"id": "M1", "kind": "council", "title": "Møte", "start": "2022-09", "status": "held"}
    signed = {"code": one_of(CODES), "on": PAST, "by": maybe(OFFICE), "note": maybe(TEXT)}
    texts = [draw(st.sampled_from([1, 2])) for _ in range(draw(st.integers(0, 3)))]
    there = draw(st.lists(st.sampled_from(["SEK1", "M01", "HOD"]), unique=True))
    public = [each for each in letters if draw(st.booleans())]
    stands = draw(st.sampled_from([None, "submitted", "rejected", "published", "approved"]))
    sent_out = {"id": "O2", "title": "Nytt", "status": stands, "outlet": "DM"}
    sent_out |= {"known": "2022-11-02", "published": "2022-12" if stands == "published" else ""}
    past = draw(st.lists(st.sampled_from(["rejected", "published", "withdrawn"]), max_size=2))
    outcomes = [*past, *(["waiting"] if stands == "submitted" else [])] if stands else []
    return {
        "meetings": [meeting],
        "opeds": [
            {"id": "O1", "title": "Kronikk", "status": "draft", "known": "2022-10"},
            *([] if stands is None else [sent_out]),
        ],
        "submissions": [
            {"op_ed": "O2", "number": str(number), "outlet": "DM"}
            | {"sent": "2022-11-02", "outcome": outcome}
            | {"answered": "" if outcome == "waiting" else draw(PAST)}
            for number, outcome in enumerate(outcomes, 1)
        ],
        "sign_offs": [
            each | {name: draw(some) for name, some in signed.items()}
            for each in whose
            if draw(st.booleans())
        ],
        "answer_dates": [
            each | {"due": draw(DAY_SET), "why": draw(maybe(LINE))}
            for each in whose
            if draw(st.booleans())
        ],
        "attendance": [
            {"meeting": "M1", "who": who, "present": draw(st.sampled_from(["yes", "no"]))}
            for who in there
        ],
        "circulations": [
            {
                "thing": "op_ed:O1",
                "number": str(number),
                "edition": str(edition),
                "text": draw(TEXT),
            }
            | {"on": "2022-11-02"}
            for number, edition in enumerate(sorted(texts), 1)
        ],
        "public_list": [
            {
                "thing": f"letter:{each['id']}",
                "address": draw(st.sampled_from(["", "https://ho21.example/=1;2"])),
                "uid": str(UUID(int=number)),
            }
            for number, each in enumerate(public)
        ],
    }


def _apart(answers: list[Cells]) -> list[Cells]:
    """One answer to each question of a theme."""
    return list({(each["theme"], each["field"]): each for each in answers}.values())
