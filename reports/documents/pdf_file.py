"""A report as PDF: tagged for screen readers, and PDF/A-2a, which archives take (ISO 19005-2)."""

from ...domain.errors import TilsvarError
from .document import Document
from .html_file import html_file


class NoPdfHere(TilsvarError):
    """This machine cannot make PDF: install Pango (on Debian libpango-1.0-0, libpangoft2-1.0-0)."""


VARIANT = "pdf/a-2a"


def pdf_file(document: Document, council: str, base_url: str) -> bytes:
    """The report on A4. Nothing is fetched from anywhere while it is made. Raises NoPdfHere."""
    try:
        import weasyprint  # noqa: PLC0415 - it loads Pango, which not every machine has
    except OSError as missing:
        raise NoPdfHere from missing
    html = html_file(document, council, base_url)
    page = weasyprint.HTML(string=html, base_url=base_url, url_fetcher=_fetch_nothing)
    return bytes(page.write_pdf(pdf_variant=VARIANT, pdf_tags=True))


def _fetch_nothing(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(url)
