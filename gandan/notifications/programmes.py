"""The kind of programme by which a commune sets its ladder and its quiet hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, declare
from gandan.programmes.parameters import Hour, Whole
from gandan.programmes.running import in_term

from .ladder import Rules, Rung

NOTICE_LADDER = "notice_ladder"


def _words(values: Mapping[str, Any]) -> str:
    return f"Từ {values['quiet_from']:%H:%M} đến {values['quiet_to']:%H:%M} xã chỉ nhắn tin khẩn."


declare(
    Kind(
        name=NOTICE_LADDER, label="Báo tin đến tận người dân",
        help="Tin phải báo đi lần lượt qua Zalo, SMS, cuộc gọi của cán bộ, rồi thư hoặc trưởng thôn, đến khi có bằng chứng.",
        changes="Mỗi bậc chờ lâu nhất theo giờ đặt ở đây; trong giờ nghỉ chỉ tin khẩn được gửi.",
        parameters=(
            Whole("zalo_minutes", "Chờ Zalo", least=1, most=1440, default=10, unit="phút"),
            Whole("sms_minutes", "Chờ SMS", least=1, most=1440, default=30, unit="phút"),
            Whole("calls", "Gọi nhiều nhất", least=1, most=9, default=3, unit="lần"),
            Whole("call_days", "Gọi trong", least=1, most=10, default=1, unit="ngày làm việc"),
            Hour("quiet_from", "Giờ nghỉ từ", default="21:00"),
            Hour("quiet_to", "Giờ nghỉ đến", default="07:00"),
        ),
        measures=("notices_proved_rate", "notice_proof_hours"), against=(NOTICE_LADDER,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.", announce=_words,
    ),
)  # fmt: skip


def values_for(commune: Agency, day: date) -> Mapping[str, Any]:
    """What the commune has set, empty without a programme."""
    return next((one.values for one in in_term(NOTICE_LADDER, commune, day)), {})


def rules_for(commune: Agency, day: date) -> Rules:
    values = values_for(commune, day)
    if not values:
        return Rules()
    rungs = (
        Rung("zalo", timedelta(minutes=values["zalo_minutes"])),
        Rung("sms", timedelta(minutes=values["sms_minutes"])),
    )
    return Rules(rungs, values["calls"], values["quiet_from"], values["quiet_to"])


def call_days(commune: Agency, day: date) -> int:
    """Working days a call may wait before paper is sent."""
    return int(values_for(commune, day).get("call_days", 1))
