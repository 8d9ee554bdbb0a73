"""What goes with returning a result: the scan that stands for the second copy, the trip home nobody needs any more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.people.models import User

from ..events import HomeReturnCancelled, ScanKept
from ..models import Dossier, HomeReturn, HomeStatus, Result, UnderProgramme
from ..models.home_return import TO_BRING
from ..promises import marks_of, rule_of
from ..returning import HOME_RETURN, ONE_COPY, lacks_scan
from ..uploads import clean
from ..workflow import Status

SCAN_FIRST = (
    "Hồ sơ này ký một bản, chưa có bản quét của giấy đã ký. Quét giấy, bấm “Lưu bản quét”, rồi ghi trả kết quả."
)
FETCHED = "Người nộp đã đến nhận tại Trung tâm."


@transaction.atomic
def keep_scan(dossier: Dossier, *, upload: File[Any], by: User, now: datetime) -> Result:
    """Keep the scan of the signed paper with the result. A scan may be replaced until the paper is returned.

    RuleBroken: nothing signed yet, already returned, or a digital result that no scan may overwrite.
    """
    Dossier.objects.select_for_update().only("pk").get(pk=dossier.pk)
    dossier.refresh_from_db(fields=["status"])
    result = dossier.results.last()
    if dossier.status != Status.SETTLED or result is None:
        raise RuleBroken(
            f"{dossier} đang ở bước “{dossier.status_label()}”. Bản quét được lưu sau khi ký, trước khi trả."
        )
    if result.file and not _is_scan(dossier, result):
        raise RuleBroken("Kết quả đã có tệp điện tử, không cần bản quét. Tệp sai thì đính chính kết quả.")
    file = clean(upload)
    result.file, result.media_type = file.content, file.media_type
    result.save(update_fields=["file", "media_type"])
    dossier.changed_at = now
    dossier.save(update_fields=["changed_at"])
    record(ScanKept(dossier_id=dossier.pk, result_id=result.pk), about=dossier, by=by, at=now)
    return result


def _is_scan(dossier: Dossier, result: Result) -> bool:
    kept = Entry.objects.about(dossier).filter(kind=ScanKept.__name__, data__result_id=result.pk)
    return kept.exists()


def keep_promises(dossier: Dossier, *, by: User | None, now: datetime) -> None:
    """Called while a result is returned: RuleBroken for a single copy without its scan; a trip not yet made falls away."""
    for mark in marks_of(dossier):
        if mark.kind in _PROMISES:
            _PROMISES[mark.kind](dossier, mark, by, now)


def _count_sheets(dossier: Dossier, mark: UnderProgramme, by: User | None, now: datetime) -> None:
    if lacks_scan(dossier):
        raise RuleBroken(SCAN_FIRST)
    mark.saved_sheets = rule_of(mark, dossier.agency).values["sheets_saved"]
    mark.save(update_fields=["saved_sheets"])


def _drop_trip(dossier: Dossier, mark: UnderProgramme, by: User | None, now: datetime) -> None:
    """Somebody has come for it. A trip that is being recorded as made is no longer to bring."""
    trip = HomeReturn.objects.filter(dossier=dossier, status__in=TO_BRING)
    if trip.update(status=HomeStatus.CANCELLED, note=FETCHED):
        mark.promised_at = None
        mark.save(update_fields=["promised_at"])
        record(HomeReturnCancelled(dossier_id=dossier.pk), about=dossier, by=by, at=now)


_PROMISES: dict[str, Callable[[Dossier, UnderProgramme, User | None, datetime], None]] = {
    ONE_COPY: _count_sheets,
    HOME_RETURN: _drop_trip,
}
