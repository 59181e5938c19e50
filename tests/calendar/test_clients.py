"""A calendar program is named as people know it."""

import pytest

from tilsvar.calendar.clients import client_name
from tilsvar.wording.language import language


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Google-Calendar-Importer", "Google Kalender"),
        (
            "Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Thunderbird/153.7",
            "Thunderbird",
        ),
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.1; Pro)", "Outlook"),
        ("Microsoft Exchange/15.20", "Outlook"),
        ("iOS/17.4.1 (21E236) dataaccessd/1.0", "kalenderen på en iPhone eller iPad"),
        ("macOS/14.6.1 (23G93) dataaccessd/1.0", "kalenderen på en Mac"),
        ("Mac OS X/10.15.7 (19H2) CalendarAgent/930.5.1", "kalenderen på en Mac"),
        ("ICSx5/2.2.3 (ktor; okhttp)", "ICSx⁵"),
        ("vdirsyncer/0.19.0", "vdirsyncer"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0", "en nettleser"),
        ("curl/7.88.1", "curl"),
        ("Ny kalender 2.0 (beta)", "Ny kalender 2.0"),
        ("", "et program som ikke sier hva det er"),
        ("<script>alert(1)</script>", "et program som ikke sier hva det er"),
    ],
)
def test_a_program_is_known_by_what_it_says_of_itself(agent: str, name: str) -> None:
    assert client_name(agent, language("nb")) == name
