"""What the exchange tells becomes a call of the line it was made to."""

from __future__ import annotations

import logging

from gandan.gateways.actions import Call as Reported
from gandan.gateways.events import CallReported
from gandan.gateways.models import CallDirection, CallReport, CallState
from gandan.journal.following import follows
from gandan.journal.models import Entry

from . import actions
from .actions.lines import dialled
from .models import Line

logger = logging.getLogger(__name__)


@follows(CallReported)
def merge_call(event: CallReported, entry: Entry) -> None:
    """A number no commune has written down belongs to nobody: it stays in the log of the exchange."""
    report = CallReport.objects.get(pk=event.report_id)
    line = Line.objects.reached_by(dialled(report.line)).select_related("commune").first()
    if line is None:
        logger.warning("Call report %s is to a line that no commune has.", report.pk)
        return
    told = Reported(
        call_id=report.call_id, line=report.line, state=CallState(report.state), at=report.at, caller=report.caller,
        direction=CallDirection(report.direction), rings=report.rings, seconds=report.seconds, recording=report.recording,
    )  # fmt: skip
    actions.merge_report(line, told, now=entry.at)
