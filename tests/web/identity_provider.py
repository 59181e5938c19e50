"""A stand-in for Entra ID on loopback that speaks OpenID Connect as it does, and nothing else."""

import base64
import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode
from uuid import uuid4

from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tilsvar.tests.web.serving import served_as

CLIENT_ID, CLIENT_SECRET = "tilsvar at work", "s/e:c+ret"
TENANT, OBJECT = "0b1f6bd0-8a3c-4a2c-9a53-2b0b1c7b8d10", "9f4b1a52-53c6-4c7e-8d1f-0e8b5a3c2d41"


@dataclass
class IdentityProvider:
    """`person` are the claims of whoever is at the browser; `spoil` changes them all at the end."""

    address: str = ""
    issuer: str = ""
    person: dict[str, Any] = field(default_factory=lambda: {"tid": TENANT, "oid": OBJECT})
    spoil: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: new_key("first"))
    signing_key: RSAKey | None = None
    declines: bool = False
    asked: dict[str, str] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.describe),
                Route("/authorize", self.authorize),
                Route("/token", self.token, methods=["POST"]),
                Route("/keys", self.keys),
            ]
        )

    def describe(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer or self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def authorize(self, request: Request) -> Response:
        """Whoever is at the browser consents at once, or declines."""
        asked = self.asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        if self.declines:
            answer = {"error": "access_denied", "state": asked["state"]}
        else:
            code = str(uuid4())
            self.codes[code] = asked
            answer = {"code": code, "state": asked["state"]}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def token(self, request: Request) -> Response:
        """The tokens for a code, once, for the client that proves itself and what it began with."""
        sent = {
            name: values[0] for name, values in parse_qs((await request.body()).decode()).items()
        }
        asked = self.codes.pop(sent["code"], None)
        scheme, _, secret = request.headers["authorization"].partition(" ")
        client, _, password = base64.b64decode(secret).decode().partition(":")
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (scheme, unquote(client), unquote(password)) != ("Basic", CLIENT_ID, CLIENT_SECRET):
            return JSONResponse({"error": "invalid_client"}, 401)
        if (
            asked is None
            or sent["grant_type"] != "authorization_code"
            or sent["redirect_uri"] != asked["redirect_uri"]
            or challenge != asked["code_challenge"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT_ID,
            "sub": "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
            "iat": now,
            "nbf": now,
            "exp": now + 3600,
            "nonce": asked["nonce"],
            "ver": "2.0",
            **self.person,
            **self.spoil,
        }
        key = self.signing_key or self.key
        claims = {name: value for name, value in claims.items() if value is not None}
        id_token = jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)
        return JSONResponse(
            {
                "token_type": "Bearer",
                "access_token": "opaque",
                "id_token": id_token,
                "expires_in": 3599,
            }
        )

    def keys(self, _request: Request) -> Response:
        public = {**self.key.as_dict(private=False), "use": "sig", "alg": "RS256"}
        return JSONResponse({"keys": [public]})


def new_key(name: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": name})


@contextmanager
def identity_provider() -> Iterator[IdentityProvider]:
    found = IdentityProvider()
    with served_as(found.application()) as address:
        found.address = address
        yield found
