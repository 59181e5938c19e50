"""Every sentence for a person is in all three catalogues, and the catalogues hold nothing else.

What is looked for: `.text("…")`, `.plural("…", "…", n)`, `_("…")`, `N_("…")` and `ngettext` in
Python, and the i18n extension's marks in templates. A folder's sentences stand in the catalogue of
its name. The messages of errors, their docstrings, may be translated there too.
"""

import ast
import inspect
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

import tilsvar
from tilsvar.wording.language import CATALOGUES, LANGUAGES, merged

ROOT = Path(tilsvar.__file__).parent
NOT_FOR_READERS = {"tests", "bench", "docs", "tools", "build", "var", "node_modules"}
FOLDERS = sorted(
    folder.name
    for folder in ROOT.iterdir()
    if folder.is_dir() and folder.name.isidentifier() and folder.name not in NOT_FOR_READERS
)

# A message is its singular, and its plural where it has one.
Msgid = tuple[str, ...]


def messages_in_python(source: str, path: Path) -> Iterator[Msgid]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (arity := _messages_taken(node.func)):
            said = node.args[:arity]
            built = [arg for arg in said if isinstance(arg, ast.JoinedStr | ast.BinOp)]
            assert not built, f"{path}:{node.lineno} builds a message; name its {{facts}} instead"
            if texts := tuple(
                arg.value
                for arg in said
                if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            ):
                yield texts


def _messages_taken(func: ast.expr) -> int:
    match func:
        # SQLAlchemy's own `text` holds SQL, not a sentence.
        case ast.Attribute(value=ast.Name(id="sa" | "sqlalchemy")):
            return 0
        case ast.Attribute(attr="text") | ast.Name(id="_" | "N_" | "gettext"):
            return 1
        case ast.Attribute(attr="plural") | ast.Name(id="ngettext"):
            return 2
    return 0


def messages_in_template(path: Path) -> Iterator[Msgid]:
    options = {"newstyle_gettext": "true", "silent": "false"}
    with path.open("rb") as file:
        for _line, _function, texts, _comments in babel_extract(
            file, ("_", "gettext", "ngettext"), (), options
        ):
            yield (texts,) if isinstance(texts, str) else tuple(filter(None, texts or ()))


def messages_of(folder: str) -> set[Msgid]:
    found: set[Msgid] = set()
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix == ".py":
            found.update(messages_in_python(path.read_text(encoding="utf-8"), path))
        elif path.suffix in {".j2", ".html"}:
            found.update(messages_in_template(path))
    return found


def error_messages_of(folder: str) -> set[Msgid]:
    return {
        (" ".join(inspect.cleandoc(docstring).split()),)
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and (docstring := ast.get_docstring(node))
    }


def catalogue(code: str, folder: str) -> dict[Msgid, Message]:
    path = CATALOGUES / code / f"{folder}.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        messages = [message for message in read_po(file, locale=code) if message.id]
    return {_msgid(message.id): message for message in messages}


def _msgid(texts: object) -> Msgid:
    return tuple(map(str, texts)) if isinstance(texts, list | tuple) else (str(texts),)


def placeholders(text: str) -> set[str]:
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braces | set(re.findall(r"%\((\w+)\)s", text))


def listed(what: str, msgids: set[Msgid]) -> str:
    return "\n  ".join([f"{what}:", *(" / ".join(msgid) for msgid in sorted(msgids))])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folders_sentences_and_its_catalogue_are_the_same(folder: str, code: str) -> None:
    said, written = messages_of(folder), set(catalogue(code, folder))

    missing, unused = said - written, written - said - error_messages_of(folder)
    assert not missing, listed(f"not in {code}/{folder}.po", missing)
    assert not unused, listed(f"unused in {code}/{folder}.po", unused)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_translation_is_there_and_names_the_same_facts(folder: str, code: str) -> None:
    for msgid, message in catalogue(code, folder).items():
        translations = _msgid(message.string)
        assert all(translations), f"{code}/{folder}.po leaves {msgid} empty"
        assert not message.fuzzy, f"{code}/{folder}.po is unsure of {msgid}"
        assert len(translations) == len(msgid), f"{code}/{folder}.po: number of forms of {msgid}"
        for original, translation in zip(msgid, translations, strict=True):
            assert placeholders(translation) == placeholders(original), (
                f"{code}/{folder}.po: facts of {msgid}"
            )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogues_of_a_language_agree_and_belong_to_a_folder(code: str) -> None:
    assert len(merged(code, CATALOGUES)) > 0
    assert {path.stem for path in (CATALOGUES / code).glob("*.po")} <= set(FOLDERS)


def test_english_says_what_the_code_says() -> None:
    # Where the catalogue differs, it is for the no-break space only.
    for folder in FOLDERS:
        for msgid, message in catalogue("en", folder).items():
            said = tuple(text.replace("\u00a0", " ") for text in _msgid(message.string))
            assert said == msgid, f"en/{folder}.po"


def test_the_search_sees_what_is_marked_and_stops_at_what_is_built() -> None:
    marked = '_("one")\nlang.text("two " "parts", n=1)\nlang.plural("a", "b", 2)\nsa.text("select")'

    assert list(messages_in_python(marked, ROOT)) == [("one",), ("two parts",), ("a", "b")]
    with pytest.raises(AssertionError, match="builds a message"):
        list(messages_in_python('lang.text(f"{n} letters")', ROOT))
