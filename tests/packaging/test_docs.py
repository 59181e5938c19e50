"""What the pages for people name is there: files, the functions in them, addresses, and links."""

import re
from pathlib import Path

import pytest
from starlette.routing import Mount, Route

from tilsvar.web.routes import ROUTES

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "examples" / "helseomsorg21" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
NOT_OURS = {"var", "node_modules", "build", "dist"}
FOLDERS = {each.name for each in ROOT.iterdir() if each.is_dir() and each.name[0] != "."} - NOT_OURS
MARKED = re.compile(r"`([^`]+)`")
PATH = re.compile(rf"^(?:{'|'.join(FOLDERS)})/[\w./*-]*$")
NAME = re.compile(r"^\w+\.(?:py|html|css)$")
IN_A_FILE = re.compile(r"^([\w./]+\.py): (\w+)$")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
ADDRESS = re.compile(r"^/[a-z][\w/-]*(?:\.[a-z]+)?$", re.IGNORECASE)


def marked(page: Path) -> list[str]:
    """What stands between backticks, in one line each; code blocks left out."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [" ".join(each.split()) for each in MARKED.findall(text)]


def answered(address: str) -> bool:
    """Whether a page stands there, or pages below it where the address ends in a slash."""
    return any(
        address.startswith(route.path)
        if isinstance(route, Mount)
        else isinstance(route, Route) and (leads(route.path, address) or below(route.path, address))
        for route in ROUTES
    )


def leads(route: str, address: str) -> bool:
    return re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", route), address) is not None


def below(route: str, address: str) -> bool:
    return address.endswith("/") and route.startswith(address)


@pytest.mark.parametrize("page", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_what_a_page_names_is_there(page: Path) -> None:
    names = marked(page)
    paths = [each for each in names if PATH.match(each)]
    pairs = [found.groups() for each in names if (found := IN_A_FILE.match(each))]
    links = [each for each in LINK.findall(page.read_text("utf-8")) if "://" not in each]

    # Decisions may name what was decided against.
    files = {each for each in names if NAME.match(each) and page.parent.name != "decisions"}
    there = {each.name for folder in FOLDERS for each in (ROOT / folder).rglob("*.*")}
    there |= {each.name for each in ROOT.iterdir()}

    assert files - there == set()
    assert [each for each in paths if not [*ROOT.glob(each.rstrip("/"))]] == []
    assert [(file, name) for file, name in pairs if not _holds(file, name)] == []
    assert [each for each in links if not (page.parent / each).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda each: str(each.relative_to(ROOT)))
def test_an_address_that_a_page_names_is_answered(page: Path) -> None:
    addresses = [each for each in marked(page) if ADDRESS.match(each)]

    assert [each for each in addresses if not answered(each)] == []


def test_every_decision_stands_in_their_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text("utf-8"))

    assert listed == sorted(each.name for each in folder.glob("0*.md"))


def _holds(file: str, name: str) -> bool:
    path = ROOT / file
    return path.is_file() and re.search(rf"\b{name}\b", path.read_text("utf-8")) is not None
