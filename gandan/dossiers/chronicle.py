"""The officer's timeline: what the journal says of a dossier, in words, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import singledispatch

from django.utils.timezone import localtime

from gandan.core.vietnamese import say_minutes, say_moment, say_money
from gandan.journal.events import Event
from gandan.journal.models import Entry

from . import events as happened
from .models import Channel, PaymentMethod

OUTCOMES = {"early": "trước hạn", "on_time": "đúng hạn", "late": "quá hạn"}


@dataclass(frozen=True)
class Told:
    """One line of the timeline, as `ui/parts/timeline.html` wants it."""

    title: str
    lines: list[str] = field(default_factory=list)
    state: str = "done"


@dataclass(frozen=True)
class Names:
    """What ids in events stand for, and the day from which dates are said."""

    today: date
    legs: dict[int, str] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)

    def moment(self, at: datetime) -> str:
        return say_moment(localtime(at), today=self.today)


def chronicle(entries: Iterable[Entry], names: Names) -> list[Told]:
    """Entries oldest first in; the timeline newest first out."""
    return [_told(entry, names) for entry in entries][::-1]


def _told(entry: Entry, names: Names) -> Told:
    event = Event.kinds[entry.kind].from_data(entry.data)
    title, more = told(event, names)
    who = str(entry.actor) if entry.actor is not None else ""
    line = " · ".join(part for part in (names.moment(entry.at), who, more) if part)
    return Told(title, [line], "late" if isinstance(event, LATE) else "done")


@singledispatch
def told(event: Event, names: Names) -> tuple[str, str]:
    """Title and one further fact of an event; events of apps above are left with their kind's plain name."""
    return "Ghi nhận việc khác", ""


LATE = (happened.ReceptionOverdue, happened.DossierRefused, happened.DossierStopped, happened.DossierClosed)


@told.register
def _(event: happened.DossierSubmitted, names: Names) -> tuple[str, str]:
    return "Nộp hồ sơ", str(Channel(event.channel).label).lower()


@told.register
def _(event: happened.DossierReceived, names: Names) -> tuple[str, str]:
    return "Nhận hồ sơ", f"hạn lúc nhận: {names.moment(event.due_at)}"


@told.register
def _(event: happened.DossierHandedOver, names: Names) -> tuple[str, str]:
    return "Chuyển xử lý", ", ".join(names.legs.get(leg, "") for leg in event.leg_ids)


@told.register
def _(event: happened.DossierTaken, names: Names) -> tuple[str, str]:
    return f"Người giữ: {names.people.get(event.holder_id, 'cán bộ khác')}", ""


@told.register
def _(event: happened.LegFinished, names: Names) -> tuple[str, str]:
    late = f"trễ {say_minutes(event.late_minutes)}" if event.late_minutes else ""
    return f"Xong: {names.legs.get(event.leg_id, 'một bước')}", late


@told.register
def _(event: happened.SupplementAsked, names: Names) -> tuple[str, str]:
    title = "Yêu cầu bổ sung thêm, lãnh đạo đồng ý" if event.is_override else "Yêu cầu bổ sung, lần duy nhất"
    return title, f"Mẫu 02, đóng nếu chưa bổ sung trước {names.moment(event.close_on)}"


@told.register
def _(event: happened.DossierResubmitted, names: Names) -> tuple[str, str]:
    return "Công dân bổ sung đủ", f"hạn tính lại: {names.moment(event.due_at)}" if event.due_at else ""


@told.register
def _(event: happened.PaymentAsked, names: Names) -> tuple[str, str]:
    return f"Yêu cầu nộp {say_money(event.amount)}", "thời gian chờ không tính vào hạn"


@told.register
def _(event: happened.PaymentConfirmed, names: Names) -> tuple[str, str]:
    return "Đã nộp tiền", str(PaymentMethod(event.method).label).lower()


@told.register
def _(event: happened.DossierApproved, names: Names) -> tuple[str, str]:
    late = f"trễ {say_minutes(event.late_minutes)}" if event.late_minutes else ""
    return "Phê duyệt kết quả", late or OUTCOMES.get(event.outcome, "")


@told.register
def _(event: happened.ResultReturned, names: Names) -> tuple[str, str]:
    return "Trả kết quả", OUTCOMES.get(event.outcome, "")


@told.register
def _(event: happened.ExtensionDrafted, names: Names) -> tuple[str, str]:
    return "Lập dự thảo xin lỗi và hẹn lại", f"ngày mới: {names.moment(event.new_due_at)}"


@told.register
def _(event: happened.DossierExtended, names: Names) -> tuple[str, str]:
    return "Ký xin lỗi và hẹn lại, lần duy nhất", f"ngày mới: {names.moment(event.new_due_at)}"


@told.register
def _(event: happened.DossierRefused, names: Names) -> tuple[str, str]:
    return "Từ chối, Mẫu 03", OUTCOMES.get(event.outcome, "")


@told.register
def _(event: happened.DossierWithdrawn, names: Names) -> tuple[str, str]:
    return "Công dân rút hồ sơ", ""


@told.register
def _(event: happened.DossierStopped, names: Names) -> tuple[str, str]:
    return "Dừng giải quyết, Mẫu 05", ""


@told.register
def _(event: happened.DossierClosed, names: Names) -> tuple[str, str]:
    return "Đóng hồ sơ", f"không bổ sung sau yêu cầu {names.moment(event.asked_at)}"


@told.register
def _(event: happened.ResultCorrected, names: Names) -> tuple[str, str]:
    return "Đính chính kết quả", f"xong trước {names.moment(event.due_at)}"


@told.register
def _(event: happened.PaperScanned, names: Names) -> tuple[str, str]:
    return "Quét giấy tờ tại quầy", ""


@told.register
def _(event: happened.PaperDigitised, names: Names) -> tuple[str, str]:
    return "Số hóa giấy tờ", "" if event.is_complete else "chưa đủ mục bắt buộc"


@told.register
def _(event: happened.ReceptionOverdue, names: Names) -> tuple[str, str]:
    return "Quá 8 giờ làm việc chưa tiếp nhận", f"hạn: {names.moment(event.receive_by)}"


@told.register
def _(event: happened.DossierRated, names: Names) -> tuple[str, str]:
    return f"Công dân đánh giá {event.stars} trên 5", ""
