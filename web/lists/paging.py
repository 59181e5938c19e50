"""Long lists in pages, with the page's number in the address."""

from dataclasses import dataclass

from starlette.requests import Request

from ..requests.numbers import row_number


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
    asked = row_number(request.query_params.get("page", "")) or 1
    number = min(max(asked, 1), total)

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
