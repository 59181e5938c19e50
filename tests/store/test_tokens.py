"""The secret of a feed's address: long, kept as a hash, compared without hints."""

import re

from tilsvar.store.tokens import hash_token, new_token, same


def test_each_new_token_is_another_and_fits_into_an_address() -> None:
    tokens = {new_token() for _ in range(100)}

    assert len(tokens) == 100
    # 256 bits are 43 letters of six bits each.
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", token) for token in tokens)


def test_a_token_is_found_again_by_its_hash_and_by_no_other() -> None:
    token = new_token()

    assert same(hash_token(token), hash_token(token))
    assert not same(hash_token(token), hash_token(new_token()))
    assert token not in hash_token(token)


def test_the_hash_is_sha_256_as_other_tools_write_it() -> None:
    assert hash_token("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_strange_token_is_simply_a_wrong_one() -> None:
    assert not same("blåbær\udcff", new_token())
    assert hash_token("blåbær\udcff") != hash_token("blåbær")
