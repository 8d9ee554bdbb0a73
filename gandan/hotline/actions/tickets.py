"""The province's desk hands a caller to the line of a commune; the ticket ends only with a result (S4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import CallTransferred, TicketClosed
from ..models import Line, SupportTicket, Topic


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the caller wants. `press_key`: of the form, so that it is made once."""

    topic: str
    text: str
    press_key: str
    name: str = ""
    phone: str = ""


@transaction.atomic
def transfer_call(line: Line, asked: Asked, *, by: User, now: datetime) -> SupportTicket:
    if asked.topic not in Topic.values:
        raise RuleBroken("Chọn việc cần hỗ trợ.")
    if not asked.text.strip():
        raise RuleBroken("Ghi người gọi hỏi gì.")
    if not line.is_active:
        raise RuleBroken(f"{line} đã ngừng dùng. Chọn số khác của {line.commune.name_within}.")
    made, is_new = SupportTicket.objects.get_or_create(
        press_key=asked.press_key,
        defaults={
            "line": line, "topic": asked.topic, "text": asked.text.strip(), "caller_name": asked.name.strip(),
            "caller_phone": asked.phone.strip(), "opened_by": by, "opened_at": now,
        },
    )  # fmt: skip
    if is_new:
        record(CallTransferred(ticket_id=made.pk, line_id=line.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def close_ticket(ticket: SupportTicket, result: str, *, by: User, now: datetime) -> None:
    if not result.strip():
        raise RuleBroken("Ghi đã trả lời người gọi thế nào. Phiếu chỉ đóng khi có kết quả.")
    rows = SupportTicket.objects.filter(pk=ticket.pk, closed_at__isnull=True)
    if not rows.update(closed_at=now, closed_by=by, result=result.strip()[:1000]):
        raise RuleBroken("Phiếu này đã đóng.")
    record(TicketClosed(ticket_id=ticket.pk), about=ticket, by=by, at=now)
