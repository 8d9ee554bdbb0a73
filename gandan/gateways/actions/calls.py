"""What the telephone exchange tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.gateways.events import CallReported
from gandan.gateways.models import CallDirection, CallReport, CallState, phone_index
from gandan.journal.actions import record


@dataclass(frozen=True, kw_only=True)
class Call:
    """One step of a call. `caller` is “0912345678” or empty; `seconds` are of talking."""

    call_id: str
    line: str
    state: CallState
    at: datetime
    caller: str = ""
    direction: CallDirection = CallDirection.IN
    rings: int = 0
    seconds: int = 0
    recording: str = ""


@transaction.atomic
def report_call(call: Call, *, now: datetime) -> CallReport | None:
    """Write the step down and tell it; None when it was told before."""
    report, is_new = CallReport.objects.get_or_create(
        call_id=call.call_id, state=call.state,
        defaults={
            "direction": call.direction, "line": call.line, "caller": call.caller,
            "caller_index": phone_index(call.caller), "rings": call.rings, "seconds": call.seconds,
            "recording": call.recording, "at": call.at,
        },
    )  # fmt: skip
    if not is_new:
        return None
    told = CallReported(
        report_id=report.pk, call_id=report.call_id, line=report.line, direction=str(report.direction),
        state=str(report.state),
    )  # fmt: skip
    record(told, about=report, at=now, is_first=True)
    return report
