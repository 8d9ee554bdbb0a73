"""The local adapter: each message becomes a JSON line in a file of the day, readable on the administrators' page."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.timezone import localtime

from . import SmsFailed


def outbox_folder() -> Path:
    return Path(settings.OUTBOX_DIR) / "sms"


class OutboxSms:
    """Nothing leaves the machine."""

    def send(self, *, to: str, text: str) -> None:
        now = localtime()
        line = json.dumps({"at": now.isoformat(timespec="seconds"), "to": to, "text": text}, ensure_ascii=False)
        folder = outbox_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with (folder / f"{now:%Y-%m-%d}.jsonl").open("a", encoding="utf-8") as day:
                day.write(line + "\n")
        except OSError as error:
            raise SmsFailed(f"Không ghi được hộp thư đi: {error.strerror}.") from error


def newest_messages(limit: int = 50) -> Iterator[dict[str, str]]:
    """The messages in the outbox, newest first."""
    days = sorted(outbox_folder().glob("*.jsonl"), reverse=True)
    lines = (line for day in days for line in reversed(day.read_text(encoding="utf-8").splitlines()))
    for _, line in zip(range(limit), lines, strict=False):
        yield json.loads(line)
