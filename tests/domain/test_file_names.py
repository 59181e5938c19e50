"""A name is made safe to keep, to show, and to save on any machine."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.file_names import LONGEST, clean_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Svar fra HOD.pdf", "Svar fra HOD.pdf"),
        ("C:\\Users\\kari\\Svar.PDF", "Svar.PDF"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a/b/", "vedlegg.pdf"),
        ("..", "vedlegg.pdf"),
        ("", "vedlegg.pdf"),
        ("høring  «utkast»\t2.docx", "høring «utkast» 2.docx.pdf"),
        ("svar:\r\nSet-Cookie: x.pdf", "svar- Set-Cookie- x.pdf"),
        ("faktura\u202efdp.exe", "fakturafdp.exe.pdf"),
        ("con.pdf", "_con.pdf"),
        ("a\u030a.pdf", "å.pdf"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_safe(sent: str, kept: str) -> None:
    assert clean_name(sent, "pdf") == kept


@given(st.text(max_size=400))
def test_every_name_becomes_one_that_can_be_kept(sent: str) -> None:
    kept = clean_name(sent, "pdf")

    assert kept.casefold().endswith(".pdf")
    assert len(kept) > len(".pdf")
    assert len(kept.encode()) <= LONGEST + 1
    assert not set(kept) & set('/\\<>:"|?*')
    assert not kept.startswith((".", " "))
    assert not any(unicodedata.category(each).startswith("C") for each in kept)
    assert clean_name(kept, "pdf") == kept
