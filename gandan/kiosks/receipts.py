"""What the machine prints: the receipt of a dossier, a number of the hall. Never a name, never an identity number."""

from __future__ import annotations

import logging
from datetime import datetime

from django.utils.timezone import localtime

from gandan.core.vietnamese import say_day, say_due, say_hour, say_money
from gandan.dossiers.models import Dossier
from gandan.dossiers.sheets import tracking_url
from gandan.gateways.printing import PrinterFailed, ReceiptPrinter, Slip, printer
from gandan.hall.models import Ticket, Zone
from gandan.hall.rules import rules_of
from gandan.hall.showing import ZONE_WORDS

from . import actions
from .models import KioskFiling, Machine, PaperState

logger = logging.getLogger(__name__)


def printer_of(machine: Machine) -> ReceiptPrinter:
    return printer(machine.printer_address, name=str(machine.pk))


def print_receipt(filing: KioskFiling, *, now: datetime) -> None:
    """Once per filing. Without paper the page shows the code to photograph, and staff are told."""
    if actions.note_printed(filing, now=now):
        put_out(filing.machine, receipt(filing.dossier, filing.machine), now=now)


def print_ticket(machine: Machine, ticket: Ticket, *, now: datetime) -> None:
    drawn = localtime(ticket.drawn_at)
    slip = Slip(
        head=f"{machine.agency.name} · {machine.name}", title="Số thứ tự của ông/bà", hero=ticket.said,
        lines=(f"Lấy lúc {say_hour(drawn)}, {say_day(drawn.date())}", _where(ticket)),
    )  # fmt: skip
    put_out(machine, slip, now=now)


def _where(ticket: Ticket) -> str:
    if rules_of(ticket.agency, ticket.day).is_zoned:
        return f"Mời ông/bà sang {ZONE_WORDS[Zone(ticket.zone)]}, số được gọi trên bảng."
    return "Mời ông/bà ngồi chờ, số được gọi trên bảng."


def receipt(dossier: Dossier, machine: Machine) -> Slip:
    """Code, what follows and by when, the fee, the code to follow the dossier."""
    sent = localtime(dossier.submitted_at)
    lines = [f"Mã hồ sơ: {dossier.code}", f"Gửi lúc {say_hour(sent)}, {say_day(sent.date())}"]
    if dossier.receive_by:
        lines.append(f"Trung tâm trả lời {say_due(localtime(dossier.receive_by))}.")
    if dossier.fee_amount is None:
        lines.append("Lệ phí: mức thu chưa được xác nhận.")
    else:
        lines.append(f"Lệ phí: {say_money(dossier.fee_amount)}.")
    lines.append("Bước tiếp theo: Trung tâm kiểm tra trong 8 giờ làm việc rồi báo ngày hẹn.")
    phone = f" Cần hỏi, gọi {machine.agency.phone}." if machine.agency.phone else ""
    return Slip(
        head=f"{machine.agency.name} · {machine.name}", title=dossier.procedure.short_name, lines=tuple(lines),
        qr=tracking_url(dossier), foot=("Quét để theo dõi hồ sơ.", f"Giữ giấy này.{phone}"),
    )  # fmt: skip


def put_out(machine: Machine, slip: Slip, *, now: datetime) -> None:
    """Print, or note why not: the page says so by the machine's paper. Nothing is lost when the printer fails."""
    device = printer_of(machine)
    try:
        device.print(slip)
        paper = device.paper() or PaperState.OK
    except PrinterFailed as failure:
        logger.warning("The printer of machine %s failed: %s", machine.pk, failure)
        paper = PaperState.OUT if failure.is_out_of_paper else PaperState.BROKEN
    actions.report_health(machine, now=now, paper=paper)
