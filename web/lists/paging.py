"""Long lists in pages, with the page's number in the address."""

from dataclasses import dataclass

from starlette.requests import Request


@dataclass(frozen=True)
class Paging:
    """Which page this is; `previous` and `next` are addresses, none at the ends.

    Where pages are not counted, `number` and `total` are 0.
    """

    number: int
    total: int
    first: int
    size: int
    previous: str | None
    next: str | None


def paged(request: Request, count: int, size: int) -> Paging:
    """The page that the address asks for with `?page=`, kept within what there is."""
    total = max(1, -(-count // size))
    asked = request.query_params.get("page", "")
    number = min(max(int(asked), 1), total) if asked.isdecimal() and len(asked) < 10 else 1  # noqa: PLR2004 - longer than any number of pages

    def address(page: int) -> str:
        return f"?{request.url.include_query_params(page=page).query}"

    return Paging(
        number,
        total,
        (number - 1) * size,
        size,
        address(number - 1) if number > 1 else None,
        address(number + 1) if number < total else None,
    )
