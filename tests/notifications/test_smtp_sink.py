"""The sink that other tests count from: what it said 250 to is on disk, once each."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tilsvar.notifications.factory import transport_for
from tilsvar.notifications.mailbox import Mailbox
from tilsvar.notifications.message import build
from tilsvar.notifications.rendered import Rendered

SINK = Path(__file__).with_name("smtp_sink.py")


def test_the_sink_writes_down_what_it_accepted_before_it_says_so(tmp_path: Path) -> None:
    log = tmp_path / "accepted.jsonl"
    with subprocess.Popen(
        [sys.executable, SINK, "--port", "0", "--log", log, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as sink:
        assert sink.stdout is not None
        assert sink.stdin is not None
        port = int(sink.stdout.readline())
        transport = transport_for(f"smtp://127.0.0.1:{port}")
        for number in (1, 2):
            message = build(
                Rendered("Svarfrist i dag: «æøå»", "Hei", "<p>Hei</p>", "nb"),
                sender=Mailbox("Tilsvar", "tilsvar@ho21.example"),
                recipient=Mailbox("", "kd@ho21.example"),
                at=datetime(2020, 7, 30, 5, 30, tzinfo=UTC),
                message_id=f"<{number}@ho21.example>",
                key=f"2020-07-30 answer L2020-02 due SEK{number}",
            )
            transport.send(message, sender="tilsvar@ho21.example", recipient="kd@ho21.example")

        accepted = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        assert accepted[0] == {
            "message_id": "<1@ho21.example>",
            "to": ["kd@ho21.example"],
            "subject": "Svarfrist i dag: «æøå»",
            "tilsvar_key": "2020-07-30 answer L2020-02 due SEK1",
        }
        assert [line["message_id"] for line in accepted] == ["<1@ho21.example>", "<2@ho21.example>"]
        transport.close()
        sink.stdin.close()
        assert sink.wait(10) == 0
