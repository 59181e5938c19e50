"""What may stand between the marks of a template in Word: names, `for`, `if`, and nothing else.

A template comes from outside. It can therefore call nothing, reckon nothing, read no file and
repeat nothing without end: every expression is looked at before any of it is carried out.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from ...domain.errors import TilsvarError

MARKS = ("title", "dated", "lead", "sections", "made_from", "council")
"""What may be filled in; the bodies of `sections` must be."""

LISTS = ("lead", "sections")
OF_SECTIONS = ("title", "body")
OF_LOOPS = ("first", "last", "index")
FILTERS = ("upper", "lower", "capitalize", "trim")

MOST_LOOPS = 20
SHOWN = 80
"""Characters of the line in which a fault stands."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Filter,
)


class TemplateFault(TilsvarError):
    """The template cannot be used."""


class MarkNotRead(TemplateFault):
    """A mark cannot be read: “{near}”. Write it as in the built-in template."""


class PartNotEnded(TemplateFault):
    """A part that begins with “for” or “if” is not ended. Add “endfor” or “endif”."""


class UnknownMark(TemplateFault):
    """“{mark}” in “{near}” is no mark. Use one of {known}."""


class NotForTemplates(TemplateFault):
    """“{near}” does more than a template may: it may hold names, “for” and “if”."""


class LoopInLoop(TemplateFault):
    """“{near}” repeats something within what is repeated already. Take one of them out."""


class TooManyLoops(TemplateFault):
    """The template repeats {count} things. It may repeat at most {most}."""


class MarksOnly(SandboxedEnvironment):
    """Reads templates of marks alone. Raises TemplateFault for anything else, wherever it is."""

    def __init__(self) -> None:
        super().__init__()
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {}

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - nothing at all is called
        return False

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except TemplateSyntaxError as fault:
            if "end of template" in str(fault.message):
                raise PartNotEnded from fault
            raise MarkNotRead(near=_line(source, fault.lineno)) from fault
        _Judging(source).judge(tree)
        return tree


class _Judging:
    """Goes through one template, and knows what its loops have named."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.named: dict[str, str] = {}

    def judge(self, tree: nodes.Template) -> None:
        loops = list(tree.find_all(nodes.For))
        if len(loops) > MOST_LOOPS:
            raise TooManyLoops(count=len(loops), most=MOST_LOOPS)
        for loop in loops:
            self._loop(loop)
        for each in _every(tree):
            self._one(each)

    def _loop(self, loop: nodes.For) -> None:
        near = _line(self.source, loop.lineno)
        over, target = loop.iter, loop.target
        if not isinstance(over, nodes.Name) or not isinstance(target, nodes.Name):
            raise NotForTemplates(near=near)
        if over.name not in LISTS:
            raise UnknownMark(mark=over.name, near=near, known=", ".join(LISTS))
        if loop.recursive or loop.test or target.name in (*MARKS, "loop"):
            raise NotForTemplates(near=near)
        if any(inner is not loop for inner in loop.find_all(nodes.For)):
            raise LoopInLoop(near=near)
        if self.named.setdefault(target.name, over.name) != over.name:
            raise NotForTemplates(near=near)

    def _one(self, each: nodes.Node) -> None:
        near = _line(self.source, each.lineno)
        if not isinstance(each, _ALLOWED):
            raise NotForTemplates(near=near)
        match each:
            case nodes.Name(name=name) if name not in (*MARKS, *self.named, "loop"):
                raise UnknownMark(mark=name, near=near, known=", ".join(MARKS))
            case nodes.Getattr(node=nodes.Name(name=name), attr=attr):
                known = {"loop": OF_LOOPS}.get(name) or (
                    OF_SECTIONS if self.named.get(name) == "sections" else ()
                )
                if attr not in known:
                    offered = ", ".join(f"{name}.{each}" for each in known) or ", ".join(MARKS)
                    raise UnknownMark(mark=f"{name}.{attr}", near=near, known=offered)
            case nodes.Getattr():
                raise NotForTemplates(near=near)
            case nodes.Filter(name=name) if name not in FILTERS or each.args or each.kwargs:
                raise NotForTemplates(near=near)


def _every(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _every(child)


def _line(source: str, number: int) -> str:
    """The words of that line without the markup of Word: each paragraph begins a line."""
    lines = source.splitlines()
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    said = " ".join(re.sub(r"<[^>]*>", "", line).split())
    at = max(said.find("{"), 0)
    return said[at : at + SHOWN]
