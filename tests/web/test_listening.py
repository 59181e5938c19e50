"""Beyond this machine the pages are offered only when it is safe."""

from typing import Any

import pytest

from tilsvar.settings import Settings
from tilsvar.web.signing_in.listening import NotSafeToListen, require_safe

SAFE: dict[str, Any] = {
    "secret_key": "long and random",
    "mail_url": "smtps://mail.example.no",
    "base_url": "https://tilsvar.example.no",
}
OIDC = {
    "oidc_issuer": "https://login.example.no",
    "oidc_client_id": "tilsvar",
    "oidc_client_secret": "hush",
}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.53", "::1", "[::1]", "localhost"])
def test_this_machine_itself_may_always_look(host: str) -> None:
    require_safe(Settings(), host)


@pytest.mark.parametrize("host", ["::", "", "192.168.1.7", "tilsvar.example.no"])
def test_others_may_not_as_it_stands_and_all_that_is_missing_is_said_in_one_sentence(
    host: str,
) -> None:
    with pytest.raises(NotSafeToListen) as refusal:
        require_safe(Settings(), host)

    said = str(refusal.value)
    for name in ("SECRET_KEY", "MAIL_URL", "OIDC_ISSUER", "BASE_URL", "TRUSTED_PROXY"):
        assert f"TILSVAR_{name}" in said
    assert said.count(". ") == 0


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"base_url": "http://tilsvar.example.no", "trusted_proxy": "10.0.0.7"},
        {"mail_url": "file:var/outbox", **OIDC},
    ],
)
def test_others_may_when_all_is_there(changed: dict[str, Any]) -> None:
    require_safe(Settings(**{**SAFE, **changed}), "0.0.0.0")  # noqa: S104 - nothing listens


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"secret_key": None}, "set TILSVAR_SECRET_KEY."),
        ({"mail_url": "file:var/outbox"}, "let people sign in"),
        ({"mail_url": "file:var/outbox", **OIDC, "oidc_client_id": None}, "let people sign in"),
        ({"base_url": "http://tilsvar.example.no"}, "name the proxy"),
    ],
)
def test_each_thing_is_missed_alone(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(NotSafeToListen, match=told) as refusal:
        require_safe(Settings(**{**SAFE, **changed}), "0.0.0.0")  # noqa: S104 - nothing listens

    assert ";" not in str(refusal.value)
