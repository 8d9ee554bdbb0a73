"""The local adapter: each message becomes a JSON line in a file of the day, readable on the administrators' page."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime

from . import SmsFailed


def outbox_folder(channel: str = "sms") -> Path:
    return Path(settings.OUTBOX_DIR) / channel


class OutboxSms:
    """Nothing leaves the machine."""

    def send(self, *, to: str, text: str) -> None:
        try:
            write_line("sms", {"to": to, "text": text})
        except OSError as error:
            raise SmsFailed(f"Không ghi được hộp thư đi: {error.strerror}.") from error


def write_line(channel: str, facts: Mapping[str, Any]) -> None:
    """Append to the file of the day in the channel's folder, readable by its owner only. Raises `OSError`."""
    now = localtime()
    line = json.dumps({"at": now.isoformat(timespec="seconds"), **facts}, ensure_ascii=False)
    folder = outbox_folder(channel)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / f"{now:%Y-%m-%d}.jsonl").open("a", encoding="utf-8") as day:
        day.write(line + "\n")


def newest_messages(limit: int = 50, *, channel: str = "sms") -> Iterator[dict[str, Any]]:
    """The messages in the outbox, newest first."""
    days = sorted(outbox_folder(channel).glob("*.jsonl"), reverse=True)
    lines = (line for day in days for line in reversed(day.read_text(encoding="utf-8").splitlines()))
    for _, line in zip(range(limit), lines, strict=False):
        yield json.loads(line)
