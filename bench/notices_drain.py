"""Run inside a database of its own: a full queue is drained, then notices come at a pace to a real worker. Tells JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
PATIENCE_SECONDS = 60


def main(queued: int, paced: int, per_second: int) -> None:
    django.setup()
    from gandan.places.models import Agency

    commune = Agency.objects.communes().select_related("province").order_by("code")[0]
    queue_ms = _drain(commune, queued)
    worker = subprocess.Popen([sys.executable, "-m", "gandan.cli", "worker", "--alone"], stdout=sys.stderr)
    try:
        time.sleep(8)
        waits = _at_a_pace(commune, paced, per_second)
    finally:
        worker.terminate()
        worker.wait(30)
    sys.stdout.write(json.dumps({"queue_ms": queue_ms, "waits": waits}))


def _entry(commune: Any) -> Any:
    from gandan.journal.actions import record
    from gandan.notifications.events import NoticeProved

    return record(NoticeProved(notice_id=0, channel="bench"), about=commune)


def _drain(commune: Any, count: int) -> float:
    """Milliseconds a notice, from a queue that is full when the worker begins."""
    from django.utils import timezone

    from gandan.notifications import queue
    from gandan.notifications.models import Notice

    entry, now = _entry(commune), timezone.now()
    Notice.objects.bulk_create(
        [
            Notice(
                entry=entry, event="dossier_approved", addressee_key=f"b{number}", commune=commune, name="Người nhận",
                phone=f"09{number:08d}", subject="Đã có kết quả", text="Mời ông/bà đến nhận.", short="Đã có kết quả.",
                is_required=True, urgency=0, made_at=now, next_at=now,
            )
            for number in range(count)
        ],
        batch_size=500,
    )  # fmt: skip
    start = time.monotonic()
    while queue.drain():
        pass
    return 1000 * (time.monotonic() - start) / count


def _at_a_pace(commune: Any, count: int, per_second: int) -> list[float]:
    """Seconds from the event to the first supplier that took the notice; the patience for those nobody took."""
    from gandan.notifications.actions import tell
    from gandan.notifications.addressees import Addressee
    from gandan.notifications.models import Notice

    start, made = time.monotonic(), []
    for number in range(count):
        time.sleep(max(0.0, start + number / per_second - time.monotonic()))
        to = Addressee(name="Người nhận", commune=commune, phone=f"08{number:08d}")
        notice = tell(
            to, event="announcement", entry=_entry(commune), required=True, urgent=True, title="Tin", words="Lời"
        )
        assert notice is not None
        made.append(notice.pk)
    rows = Notice.objects.filter(pk__in=made)
    end = time.monotonic() + PATIENCE_SECONDS
    while rows.filter(first_accepted_at=None).exists() and time.monotonic() < end:
        time.sleep(0.5)
    return [
        (accepted - happened).total_seconds() if accepted else float(PATIENCE_SECONDS)
        for happened, accepted in rows.values_list("made_at", "first_accepted_at")
    ]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
