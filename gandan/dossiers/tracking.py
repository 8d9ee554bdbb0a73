"""What anybody with the key may know of a dossier: where it stands and by when. No personal data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gandan.core.vietnamese import say_day, say_due
from gandan.places.calendar import Calendar

from .clockwork import calendar_for
from .models import Dossier, Extension, ExtensionStatus
from .returning import Brought
from .workflow import WITH_CITIZEN, Status

RUNNING = (Status.RECEIVED, Status.PROCESSING)


@dataclass(frozen=True)
class Standing:
    """The hero of the page: what moment it shows and how; the pill beside it."""

    label: str
    at: datetime | None
    pill: str
    look: str
    working: dict[str, Any]
    is_late: bool = False
    is_promise: bool = False
    """The moment lies ahead: it is said with “trước … giờ”."""


def standing_of(dossier: Dossier, now: datetime) -> Standing:
    status = Status(dossier.status)
    if status in RUNNING:
        return _running(dossier, now)
    if status == Status.REGISTERED:
        return _registered(dossier, now)
    label, at = _ENDINGS[status](dossier)
    return Standing(label, at, dossier.status_label(), dossier.look, {}, is_promise=status in WITH_CITIZEN)


def _running(dossier: Dossier, now: datetime) -> Standing:
    is_late = dossier.is_late(now)
    is_put_off = dossier.working.get("given_up", {}).get("is_ours")
    on_way = (_("Đã hẹn lại"), "soon") if is_put_off else (_("Đúng tiến độ"), "done")
    pill, look = (_("Chậm hẹn"), "late") if is_late else on_way
    working = {} if signed_extension(dossier) else dossier.working.get("correction") or dossier.working.get("due", {})
    return Standing(_("Nhận kết quả"), dossier.due_at, pill, look, working, is_late=is_late, is_promise=True)


def _registered(dossier: Dossier, now: datetime) -> Standing:
    by = dossier.receive_by
    is_late = by is not None and now > by
    return Standing(
        _("Trung tâm trả lời"), by, dossier.status_label(), dossier.look, {}, is_late=is_late, is_promise=True
    )


_ENDINGS: dict[Status, Callable[[Dossier], tuple[str, datetime | None]]] = {
    Status.SUPPLEMENT: lambda one: (_("Gửi bổ sung"), one.close_on),
    Status.PAYMENT: lambda one: (_("Ngày hẹn tính tiếp khi nhận được tiền"), None),
    Status.SETTLED: lambda one: (_("Đã có kết quả"), one.settled_at),
    Status.RETURNED: lambda one: (_("Đã trả kết quả"), one.returned_at),
    Status.REFUSED: lambda one: (_("Trung tâm không nhận hồ sơ"), one.ended_at),
    Status.WITHDRAWN: lambda one: (_("Người nộp đã rút hồ sơ"), one.ended_at),
    Status.STOPPED: lambda one: (_("Dừng giải quyết"), one.ended_at),
}


def signed_extension(dossier: Dossier) -> Extension | None:
    """The re-appointment that the leader has signed, if any."""
    extension: Extension | None = getattr(dossier, "extension", None)
    return extension if extension is not None and extension.status == ExtensionStatus.SIGNED else None


def brought_words(home: Brought | None, now: datetime) -> str:
    """One sentence about the trip home; "" where there is none."""
    if home is None:
        return ""
    today = localtime(now).date()
    if home.delivered_at is not None:
        return _("Trung tâm đã trao kết quả tận nhà, %s.") % say_day(localtime(home.delivered_at).date(), today=today)
    if home.is_missed:
        return _("Trung tâm đã đến nhà nhưng chưa gặp ông/bà. Trung tâm sẽ gọi để hẹn lại.")
    if home.due_at is None:
        return _("Khi có kết quả, Trung tâm mang đến tận nhà. Ông/bà không phải đi lại.")
    if now > home.due_at:
        return _("Trung tâm chưa kịp mang kết quả đến nhà như đã hẹn. Xin lỗi ông/bà. Trung tâm sẽ gọi trước khi đến.")
    return _("Trung tâm mang kết quả đến tận nhà %s.") % say_due(localtime(home.due_at), today=today)


def sooner_days(dossier: Dossier) -> int:
    """Working days by which the promise is earlier than the general rule."""
    if dossier.due_at is None or dossier.statutory_due_at is None or dossier.status not in RUNNING:
        return 0
    promised, general = localtime(dossier.due_at).date(), localtime(dossier.statutory_due_at).date()
    return working_days_between(promised, general, calendar_for(dossier)) if promised < general else 0


def working_days_between(first: date, last: date, calendar: Calendar) -> int:
    """Working days after `first` up to and with `last`."""
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(calendar.is_working_day(day) for day in days)
