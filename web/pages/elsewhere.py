"""Signing in with an account at work: to the identity provider, and back from it."""

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.sign_in_limits import WINDOW, TooManyAttempts, begin_elsewhere
from ...commands.signing_in import LINK_LASTS, UnknownIdentity, person_of_identity
from ...settings import secret_of
from ...store.tokens import new_token, same
from ..rendering import page
from ..requests.clients import client_of
from ..requests.paths_within import HOME, path_within
from ..requests.sealed import seal, unseal
from ..signing_in.oidc import Attempt, Identity, NotBelieved, Provider, ProviderDown
from ..signing_in.sessions import cookie, drop_cookie, set_cookie
from .signing_in import enter

ATTEMPT = "elsewhere"
"""The cookie, and the purpose of its seal, of one attempt."""

log = structlog.get_logger()


def sign_in_elsewhere(request: Request) -> Response:
    """On to the identity provider; what is to come back is sealed in a cookie of this browser."""
    provider, app = _provider(request), request.app.state.tilsvar
    settings = app.settings
    attempt = Attempt(new_token(), new_token(), new_token())
    try:
        with app.office.work(by="web") as work:
            begin_elsewhere(work, client=client_of(request), secret=secret_of(settings))
            work.commit()
        address = provider.address(attempt)
    except TooManyAttempts:
        response = _failed(request, "often", 429)
        response.headers["Retry-After"] = str(round(WINDOW.total_seconds()))
        return response
    except ProviderDown as trouble:
        return _failed(request, "down", 502, trouble)
    response = RedirectResponse(address, 303, {"Cache-Control": "no-store"})
    kept = {**vars(attempt), "wanted": path_within(request.query_params.get("next", HOME))}
    sealed = seal(kept, secret_of(settings), ATTEMPT, LINK_LASTS)
    set_cookie(request, response, ATTEMPT, sealed, lasts=LINK_LASTS)
    return response


def signed_in_elsewhere(request: Request) -> Response:
    """Back from the provider: believe nothing that cannot be checked, then open a session."""
    provider, app = _provider(request), request.app.state.tilsvar
    kept = unseal(cookie(request, ATTEMPT), secret_of(app.settings), ATTEMPT)
    asked = request.query_params
    if kept is None or not same(asked.get("state", ""), kept["state"]):
        return _failed(request, "stale", 400)
    if "code" not in asked:
        return _failed(request, "refused", 403)
    wanted = kept.pop("wanted")
    try:
        identity = provider.identity(asked["code"], Attempt(**kept))
    except ProviderDown as trouble:
        return _failed(request, "down", 502, trouble)
    except NotBelieved as trouble:
        return _failed(request, "refused", 403, trouble)
    return _entered(request, identity, wanted)


def _entered(request: Request, identity: Identity, wanted: str) -> Response:
    response = RedirectResponse(wanted, 303, {"Cache-Control": "no-store"})
    with request.app.state.tilsvar.office.work(by="web") as work:
        try:
            person = person_of_identity(
                work,
                tenant=identity.tenant,
                subject=identity.subject,
                verified_email=identity.verified_email,
            )
        except UnknownIdentity as trouble:
            return _failed(request, "unknown", 403, trouble, identity)
        enter(request, response, work, person)
        work.commit()
    drop_cookie(request, response, ATTEMPT)
    return response


def _failed(
    request: Request,
    why: str,
    status: int,
    trouble: Exception | None = None,
    identity: Identity | None = None,
) -> Response:
    if trouble is not None:
        log.warning("nobody was signed in by the identity provider", why=why, trouble=str(trouble))
    response = page(
        request, "sign_in_elsewhere.html", None, status=status, why=why, identity=identity
    )
    response.headers["Cache-Control"] = "no-store"
    drop_cookie(request, response, ATTEMPT)
    return response


def _provider(request: Request) -> Provider:
    provider: Provider | None = request.app.state.provider
    if provider is None:
        raise HTTPException(404)
    return provider
