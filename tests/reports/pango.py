"""A machine on which Pango is missing: WeasyPrint cannot be loaded there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import Any


class _Missing(MetaPathFinder):
    """Says what the loader of the library says, in the place of the library itself."""

    def find_spec(self, name: str, *_: Any) -> ModuleSpec | None:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return None


@contextmanager
def without_pango() -> Iterator[None]:
    loaded, missing = sys.modules.pop("weasyprint", None), _Missing()
    sys.meta_path.insert(0, missing)
    try:
        yield
    finally:
        sys.meta_path.remove(missing)
        if loaded is not None:
            sys.modules["weasyprint"] = loaded
