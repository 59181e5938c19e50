"""OpenID Connect: signing in with the account that people have at work, such as Entra ID.

The authorization code flow with PKCE (RFC 7636), state and nonce (OpenID Connect Core 1.0, section
3.1). Who somebody is are the tenant and the object id of Entra ID, which never change and are never
given to another; at other providers the issuer and the subject. An e-mail address is only looked at
where the provider says that it is verified, and it links a person once (`tilsvar user oidc`).
"""

import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
from authlib.oauth2.client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from ...domain.errors import TilsvarError
from ...settings import Settings

SCOPE = "openid profile email"
PATIENCE = 10.0  # seconds
CLOCKS_DIFFER = 60  # seconds that two machines' clocks may lie apart
KNOWN_FOR = 3600.0  # seconds until the provider's own description is asked for anew
ASKED_AGAIN_AFTER = 60.0  # seconds between two looks for a key that we do not know

ALGORITHMS = ["RS256", "PS256", "ES256"]
"""Signed by a key of the provider's own: never by a secret that we know too, or not at all."""

TENANT = "{tenantid}"
"""Where Entra ID's description for several tenants leaves the issuer open."""


class ProviderDown(TilsvarError):
    """The identity provider does not answer as it should: {reason}."""


class NotBelieved(TilsvarError):
    """What the identity provider has said cannot be believed: {reason}."""


@dataclass(frozen=True)
class Identity:
    """Who somebody is at the provider; `verified_email` only where the provider vouches for it."""

    tenant: str
    subject: str
    verified_email: str | None


@dataclass(frozen=True)
class Attempt:
    """What belongs together in one attempt to sign in; the browser keeps it meanwhile."""

    state: str
    nonce: str
    verifier: str


@dataclass
class Provider:
    """The identity provider of the settings; what it says of itself is remembered for an hour."""

    issuer: str
    client_id: str
    client_secret: str
    redirect_uri: str
    _described: dict[str, Any] = field(default_factory=dict, init=False)
    _described_at: float = field(default=0.0, init=False)
    _keys: KeySet | None = field(default=None, init=False)
    _keys_at: float = field(default=0.0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    @classmethod
    def of(cls, settings: Settings) -> "Provider | None":
        if not (settings.oidc_issuer and settings.oidc_client_id and settings.oidc_client_secret):
            return None
        return cls(
            settings.oidc_issuer.rstrip("/"),
            settings.oidc_client_id,
            settings.oidc_client_secret,
            f"{settings.base_url.rstrip('/')}/sign-in/oidc/callback",
        )

    def description(self) -> dict[str, Any]:
        """What the provider publishes about itself. Raises ProviderDown."""
        with self._lock:
            if not self._described or time.monotonic() - self._described_at > KNOWN_FOR:
                found = _fetched(f"{self.issuer}/.well-known/openid-configuration")
                self._require_ours(found)
                self._described, self._described_at = found, time.monotonic()
            return self._described

    def address(self, attempt: Attempt) -> str:
        """Where the browser goes to sign in. Raises ProviderDown."""
        client = OAuth2Client(
            None,
            self.client_id,
            scope=SCOPE,
            redirect_uri=self.redirect_uri,
            code_challenge_method="S256",
        )
        url, _ = client.create_authorization_url(
            self.description()["authorization_endpoint"],
            state=attempt.state,
            nonce=attempt.nonce,
            code_verifier=attempt.verifier,
        )
        return str(url)

    def identity(self, code: str, attempt: Attempt) -> Identity:
        """Who has signed in, for the code that came back. Raises ProviderDown and NotBelieved."""
        answer = self._exchanged(code, attempt)
        try:
            token = self._opened(str(answer.get("id_token", "")))
        except (JoseError, ValueError) as error:
            raise NotBelieved(reason=f"its signature ({type(error).__name__})") from error
        claims: dict[str, Any] = dict(token.claims)
        self._require_sound(claims, token.header, str(answer.get("access_token", "")), attempt)
        return _identity(claims)

    def _require_ours(self, description: dict[str, Any]) -> None:
        named = str(description.get("issuer", "")).rstrip("/")
        for_several = named.replace(TENANT, "") != named and _site(named) == _site(self.issuer)
        if named != self.issuer and not for_several:
            raise ProviderDown(reason=f"it calls itself {named or 'nothing'}, not {self.issuer}")
        wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if missing := [each for each in wanted if not description.get(each)]:
            raise ProviderDown(reason=f"it does not name its {', '.join(missing)}")

    def _exchanged(self, code: str, attempt: Attempt) -> dict[str, Any]:
        """The tokens for the code; the secret goes along in the header (RFC 6749, 2.3.1)."""
        try:
            answer = httpx.post(
                self.description()["token_endpoint"],
                data={
                    "grant_type": "authorization_code",
                    "code": code,
                    "redirect_uri": self.redirect_uri,
                    "code_verifier": attempt.verifier,
                },
                auth=(quote(self.client_id, safe=""), quote(self.client_secret, safe="")),
                headers={"Accept": "application/json"},
                timeout=PATIENCE,
            )
            found = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise ProviderDown(reason=type(error).__name__) from error
        if not isinstance(found, dict) or "error" in found or answer.is_error:
            reason = found.get("error", "") if isinstance(found, dict) else ""
            raise NotBelieved(reason=str(reason) or f"answer {answer.status_code}")
        return found

    def _opened(self, id_token: str) -> jwt.Token:
        """The token, signed by a key of the provider; an unknown key is looked for once."""
        try:
            return jwt.decode(id_token, self._known_keys(), algorithms=ALGORITHMS)
        except (JoseError, ValueError):
            if time.monotonic() - self._keys_at < ASKED_AGAIN_AFTER:
                raise
            self._keys = None
            return jwt.decode(id_token, self._known_keys(), algorithms=ALGORITHMS)

    def _known_keys(self) -> KeySet:
        with self._lock:
            keys = self._keys
        if keys is None or time.monotonic() - self._keys_at > KNOWN_FOR:
            keys = KeySet.import_key_set(_fetched(self.description()["jwks_uri"]))  # type: ignore[arg-type]  # checked as it is read
            with self._lock:
                self._keys, self._keys_at = keys, time.monotonic()
        return keys

    def _require_sound(
        self, claims: dict[str, Any], header: dict[str, Any], access_token: str, attempt: Attempt
    ) -> None:
        """The checks of OpenID Connect Core 1.0, section 3.1.3.7."""
        issuer = str(self.description()["issuer"]).replace(TENANT, str(claims.get("tid", "")))
        known = {"client_id": self.client_id, "nonce": attempt.nonce, "access_token": access_token}
        options = {
            "iss": {"essential": True, "value": issuer},
            "aud": {"essential": True, "value": self.client_id},
        }
        try:
            CodeIDToken(claims, header, options, known).validate(leeway=CLOCKS_DIFFER)
        except JoseError as error:
            raise NotBelieved(reason=str(error)) from error


def _identity(claims: dict[str, Any]) -> Identity:
    tenant, subject = claims.get("tid"), claims.get("oid")
    if not (tenant and subject):
        tenant, subject = claims["iss"], claims["sub"]
    email = claims.get("email")
    # Entra ID lets administrators write any address; `xms_edov` says that its domain is theirs.
    verified = claims.get("email_verified") is True or claims.get("xms_edov") in (True, 1, "1")
    return Identity(str(tenant), str(subject), str(email) if email and verified else None)


def _fetched(url: str) -> dict[str, Any]:
    try:
        answer = httpx.get(url, headers={"Accept": "application/json"}, timeout=PATIENCE)
        answer.raise_for_status()
        found = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise ProviderDown(reason=f"{_site(url)}: {type(error).__name__}") from error
    if not isinstance(found, dict):
        raise ProviderDown(reason=f"{_site(url)} answers something else")
    return found


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
