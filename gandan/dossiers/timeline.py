"""The story of a dossier: forward and without names for the public, newest first with names for officers.

Reads rows that the view has fetched; asks neither clock nor database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gandan.core.vietnamese import say_day, say_due, say_hour, say_minutes, say_moment, say_money
from gandan.journal.models import Entry

from .models import Dossier, Leg, LegStatus, PaymentMethod
from .workflow import ENDED, WITH_CITIZEN, Status

DONE, NOW, LATE, NEXT = "done", "now", "late", "next"
LEG_LOOKS = {LegStatus.WAITING: "", LegStatus.RUNNING: "go", LegStatus.DONE: "done", LegStatus.CANCELLED: ""}


@dataclass(frozen=True)
class Item:
    """One point of the timeline, as `ui/parts/timeline.html` draws it; `together` are parallel legs."""

    state: str
    title: str
    lines: tuple[str, ...] = ()
    together: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Part:
    """A leg beside others: its pill (`look`, `label`), title and lines."""

    look: str
    label: str
    title: str
    lines: tuple[str, ...] = ()


# --- For the public ---------------------------------------------------------------------------------------------------
def public_timeline(dossier: Dossier, legs: Sequence[Leg], now: datetime, *, is_brought: bool = False) -> list[Item]:
    """What has happened, is happening and comes next, forward in time, without any person's name.

    `is_brought`: the result comes home, so nobody is asked to fetch it.
    """
    items = [Item(DONE, _("Đã gửi hồ sơ"), (_at(dossier.submitted_at, now),))]
    if dossier.received_at is not None:
        items.append(Item(DONE, _("Trung tâm nhận đủ hồ sơ"), (_at(dossier.received_at, now),)))
    elif dossier.status == Status.REGISTERED:
        items.append(_waiting_for_reception(dossier, now))
    if "given_up" in dossier.working:
        items.append(_given_up(dossier.working["given_up"], now))
    stages = _stages(legs)
    done = [stage for stage in stages if _all_done(stage)]
    items += [_stage(stage, now, DONE) for stage in done]
    if dossier.status in WITH_CITIZEN:
        items.append(_citizens_turn(dossier, now))
    items += [_ahead(dossier, stage, now) for stage in stages[len(done) :]]
    items += _ending(dossier, now, is_brought=is_brought)
    return items


def _at(moment: datetime, now: datetime) -> str:
    here = localtime(moment)
    return f"{say_day(here.date(), today=localtime(now).date())}, {say_hour(here)}"


def _due(moment: datetime, now: datetime) -> str:
    """“hôm nay, trước 17 giờ”, else “thứ Năm, 26/11, trước 17 giờ”."""
    here, today = localtime(moment), localtime(now).date()
    if here.date() == today:
        return _("hôm nay, trước %(hour)s") % {"hour": say_hour(here)}
    return say_due(here, today=today)


def _waiting_for_reception(dossier: Dossier, now: datetime) -> Item:
    by = dossier.receive_by
    line = (
        _("Trung tâm kiểm tra hồ sơ, trả lời %(due)s") % {"due": _due(by, now)} if by else _("Trung tâm kiểm tra hồ sơ")
    )
    return Item(LATE if by and now > by else NOW, _("Chờ Trung tâm nhận"), (line,))


def _given_up(told: dict[str, Any], now: datetime) -> Item:
    line = _("“%(name)s” hẹn trả trong ngày, nhưng %(why)s") % told
    return Item(DONE, _("Về hạn thường"), (_at(datetime.fromisoformat(told["at"]), now), line))


def _citizens_turn(dossier: Dossier, now: datetime) -> Item:
    if dossier.status == Status.PAYMENT:
        return Item(NOW, _("Chờ ông/bà nộp tiền"), (_("Thời gian chờ không tính vào hạn của xã."),))
    by = dossier.close_on
    lines = (_("Gửi %(due)s") % {"due": _due(by, now)},) if by else ()
    return Item(NOW, _("Trung tâm đã yêu cầu bổ sung"), (*lines, _("Nội dung yêu cầu đã gửi riêng cho người nộp.")))


def _stages(legs: Sequence[Leg]) -> list[list[Leg]]:
    """Legs by stage in the order of the route, without those that will not be done."""
    stages: dict[int, list[Leg]] = {}
    for leg in legs:
        if leg.status != LegStatus.CANCELLED:
            stages.setdefault(leg.stage, []).append(leg)
    return sorted((stages[stage] for stage in sorted(stages)), key=lambda stage: not _all_done(stage))


def _ahead(dossier: Dossier, legs: list[Leg], now: datetime) -> Item:
    """A stage not done yet; nobody is at work while the office waits for the citizen."""
    if dossier.status not in WITH_CITIZEN:
        return _stage(legs, now, _state(legs, now))
    if len(legs) == 1:
        return Item(NEXT, legs[0].name, (legs[0].agency.name,))
    parts = tuple(_idle(leg, now) for leg in legs)
    return Item(NEXT, _together(legs), together=parts)


def _idle(leg: Leg, now: datetime) -> Part:
    if leg.status == LegStatus.DONE:
        return _part(leg, now)
    label = _("Tạm dừng") if leg.status == LegStatus.RUNNING else leg.get_status_display()
    return Part("", label, leg.name, (leg.agency.name,))


def _together(legs: list[Leg]) -> str:
    return _("%(count)d cơ quan làm cùng lúc") % {"count": len(legs)}


def _stage(legs: list[Leg], now: datetime, state: str) -> Item:
    if len(legs) == 1:
        return Item(state, legs[0].name, (_leg_line(legs[0], now),))
    return Item(state, _together(legs), together=tuple(_part(leg, now) for leg in legs))


def _all_done(legs: Iterable[Leg]) -> bool:
    return all(leg.status == LegStatus.DONE for leg in legs)


def _state(legs: list[Leg], now: datetime) -> str:
    running = [leg for leg in legs if leg.status == LegStatus.RUNNING]
    if any(leg.is_late(now) for leg in running):
        return LATE
    return NOW if running else NEXT


def _part(leg: Leg, now: datetime) -> Part:
    is_late = leg.status == LegStatus.RUNNING and leg.is_late(now)
    label = _("Quá hạn") if is_late else leg.get_status_display()
    return Part("late" if is_late else LEG_LOOKS[LegStatus(leg.status)], label, leg.name, (_leg_line(leg, now),))


def _leg_line(leg: Leg, now: datetime) -> str:
    agency = leg.agency.name
    if leg.status == LegStatus.RUNNING and leg.due_at is not None:
        told = (
            _("%(agency)s đang quá hạn, lẽ ra xong %(due)s")
            if leg.is_late(now)
            else _("%(agency)s đang làm, hạn %(due)s")
        )
        return told % {"agency": agency, "due": _due(leg.due_at, now)}
    if leg.status == LegStatus.DONE and leg.finished_at is not None:
        words = {"agency": agency, "at": _at(leg.finished_at, now), "late": say_minutes(leg.late_minutes)}
        if leg.late_minutes:
            return _("%(agency)s. Xong %(at)s, dùng thêm %(late)s.") % words
        return _("%(agency)s. Xong %(at)s.") % words
    return agency


def _ending(dossier: Dossier, now: datetime, *, is_brought: bool) -> Iterator[Item]:
    if dossier.status in _ENDS:
        lines = (_at(dossier.ended_at, now),) if dossier.ended_at else ()
        yield Item(DONE, _ENDS[Status(dossier.status)](), lines)
    elif dossier.status == Status.RETURNED and dossier.returned_at:
        yield Item(DONE, _("Đã trả kết quả"), (_at(dossier.returned_at, now),))
    elif dossier.status == Status.SETTLED and dossier.settled_at:
        fetch = _("Mời ông/bà đến nhận, mang theo giấy hẹn.")
        how = _("Trung tâm mang đến tận nhà.") if is_brought else fetch
        yield Item(NOW, _("Đã có kết quả"), (_at(dossier.settled_at, now), how))
    elif dossier.due_at is not None and dossier.status not in (*ENDED, *WITH_CITIZEN):
        is_past = now > dossier.due_at
        yield Item(
            NEXT, _("Trả kết quả"), (_("Đã quá ngày hẹn, trả ngay khi xong") if is_past else _due(dossier.due_at, now),)
        )


_ENDS: dict[Status, Callable[[], str]] = {
    Status.REFUSED: lambda: _("Trung tâm không nhận hồ sơ"),
    Status.WITHDRAWN: lambda: _("Người nộp đã rút hồ sơ"),
    Status.STOPPED: lambda: _("Dừng giải quyết"),
}


# --- For officers: plain Vietnamese, from the journal -------------------------------------------------------------------
@dataclass(frozen=True)
class _Reading:
    """What the words of an entry may need besides its own facts."""

    legs: dict[int, Leg]
    now: datetime
    facts: dict[str, Any] = field(default_factory=dict)

    def moment(self, name: str) -> str:
        found = self.facts.get(name)
        return self.told(datetime.fromisoformat(found)) if found else ""

    def told(self, at: datetime) -> str:
        return say_moment(localtime(at), today=localtime(self.now).date())


def officer_timeline(dossier: Dossier, entries: Iterable[Entry], legs: Sequence[Leg], now: datetime) -> list[Item]:
    """Everything that happened, newest first, each with who did it and when. `entries` come with their actor."""
    by_id = {leg.pk: leg for leg in legs}
    items = [_told(entry, _Reading(by_id, now, entry.data)) for entry in entries]
    if dossier.status not in ENDED and dossier.status != Status.SETTLED:
        items += [_running(leg, now) for leg in legs if leg.status == LegStatus.RUNNING]
    return items[::-1]


def _running(leg: Leg, now: datetime) -> Item:
    due = say_moment(localtime(leg.due_at), today=localtime(now).date()) if leg.due_at else "chưa có"
    return Item(LATE if leg.is_late(now) else NOW, leg.name, (f"{leg.agency} đang làm, hạn {due}",))


def _told(entry: Entry, reading: _Reading) -> Item:
    title, more = _WORDS.get(entry.kind, _plain)(entry, reading)
    who = (entry.actor.full_name or "Người nộp") if entry.actor else "Hệ thống"
    return Item(DONE, title, (f"{who}, {reading.told(entry.at)}", *filter(None, (more,))))


Words = tuple[str, str]


def _plain(entry: Entry, _reading: _Reading) -> Words:
    return _TITLES.get(entry.kind, entry.kind), ""


def _with_due(title: str, label: str, name: str) -> Callable[[Entry, _Reading], Words]:
    def words(_entry: Entry, reading: _Reading) -> Words:
        due = reading.moment(name)
        return title, f"{label} {due}" if due else ""

    return words


def _leg_finished(_entry: Entry, reading: _Reading) -> Words:
    leg = reading.legs.get(reading.facts["leg_id"])
    late = reading.facts["late_minutes"]
    title = f"Xong: {leg.name} ({leg.agency})" if leg else "Xong một bước"
    return title, f"Quá hạn bước {say_minutes(late)}" if late else ""


def _handed_over(_entry: Entry, reading: _Reading) -> Words:
    named = [reading.legs[pk] for pk in reading.facts["leg_ids"] if pk in reading.legs]
    return "Chuyển xử lý", ", ".join(f"{leg.name} ({leg.agency})" for leg in named)


def _payment_asked(_entry: Entry, reading: _Reading) -> Words:
    return "Yêu cầu nộp tiền", say_money(reading.facts["amount"])


def _payment_confirmed(_entry: Entry, reading: _Reading) -> Words:
    return "Đã nộp tiền", PaymentMethod(reading.facts["method"]).label


def _extended(_entry: Entry, reading: _Reading) -> Words:
    return (
        "Lãnh đạo ký văn bản xin lỗi và hẹn lại",
        f"Từ {reading.moment('old_due_at')} đến {reading.moment('new_due_at')}",
    )


def _promise_given_up(_entry: Entry, reading: _Reading) -> Words:
    return (
        "Thôi hẹn trong ngày, về hạn thường",
        f"Từ {reading.moment('old_due_at')} đến {reading.moment('new_due_at')}",
    )


def _approved(_entry: Entry, reading: _Reading) -> Words:
    late = reading.facts["late_minutes"]
    return "Phê duyệt", f"Quá hạn {say_minutes(late)}" if late else ""


def _visited(_entry: Entry, reading: _Reading) -> Words:
    return f"Đến sảnh với số {reading.facts['number']:03d}", ""


def _drawn(_entry: Entry, reading: _Reading) -> Words:
    return f"Lấy số {reading.facts['number']:03d}", ""


def _called(_entry: Entry, reading: _Reading) -> Words:
    return f"{'Gọi lại' if reading.facts['is_again'] else 'Gọi'} số {reading.facts['number']:03d}", ""


def _served(_entry: Entry, reading: _Reading) -> Words:
    return "Đến quầy", f"Đã chờ {say_minutes(reading.facts['waited_seconds'] // 60)}"


def _visit_ended(_entry: Entry, reading: _Reading) -> Words:
    return "Xong ở quầy", f"Phục vụ {say_minutes(reading.facts['served_seconds'] // 60)}"


def _rated(_entry: Entry, reading: _Reading) -> Words:
    return "Công dân đánh giá", f"{reading.facts['stars']} trên 5 sao"


_TITLES = {
    "DossierTaken": "Giao người giữ hồ sơ",
    "ResultReturned": "Trả kết quả",
    "DossierRefused": "Từ chối",
    "DossierWithdrawn": "Rút hồ sơ",
    "DossierStopped": "Dừng giải quyết",
    "DossierClosed": "Đóng vì quá hạn bổ sung",
    "PaperScanned": "Quét giấy tờ",
    "ScanKept": "Lưu bản quét của giấy đã ký",
    "HomeReturnDelivered": "Trao kết quả tại nhà",
    "HomeReturnMissed": "Đến nhà chưa gặp",
    "HomeReturnCancelled": "Không mang kết quả đến nhà nữa",
    "HomeReturnPromised": "Nhận mang kết quả đến nhà",
    "PaperDigitised": "Số hóa giấy tờ",
    "TicketAssisted": "Cán bộ viết hộ",
    "TicketHeld": "Quầy tạm giữ số",
    "TicketLeft": "Ra về, bỏ số",
    "TicketMissed": "Gọi số, chưa có mặt",
    "TicketNear": "Báo sắp đến lượt",
    "TicketPrepared": "Nhập liệu trước khi đến quầy",
    "TicketPutBack": "Trả số về hàng chờ",
    "TicketRedirected": "Chuyển số sang quầy, khu khác",
}
_WORDS: dict[str, Callable[[Entry, _Reading], Words]] = {
    "DossierSubmitted": _with_due("Nộp hồ sơ", "Tiếp nhận hoặc trả lời trước", "receive_by"),
    "DossierReceived": _with_due("Tiếp nhận hồ sơ", "Hẹn trả", "due_at"),
    "DossierHandedOver": _handed_over,
    "LegFinished": _leg_finished,
    "SupplementAsked": _with_due("Yêu cầu bổ sung", "Gửi bổ sung trước", "close_on"),
    "DossierResubmitted": _with_due("Công dân đã bổ sung", "Hẹn trả", "due_at"),
    "PaymentAsked": _payment_asked,
    "PaymentConfirmed": _payment_confirmed,
    "DossierApproved": _approved,
    "PromiseGivenUp": _promise_given_up,
    "HomeReturnScheduled": _with_due("Hẹn mang kết quả đến nhà", "Trước", "due_at"),
    "ExtensionDrafted": _with_due("Lập dự thảo văn bản xin lỗi", "Ngày hẹn mới", "new_due_at"),
    "DossierExtended": _extended,
    "ReceptionOverdue": _with_due("Quá 8 giờ làm việc chưa tiếp nhận", "Hạn là", "receive_by"),
    "ResultCorrected": _with_due("Nhận yêu cầu đính chính", "Hạn", "due_at"),
    "DossierRated": _rated,
    "DossierVisited": _visited,
    "TicketDrawn": _drawn,
    "TicketCalled": _called,
    "TicketServed": _served,
    "TicketFinished": _visit_ended,
}
