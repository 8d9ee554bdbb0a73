"""The verbs of the machines: the only place that writes them. What speaks to locks and printers stands in `pickup`, `receipts`."""

from .lockers import (
    fetch_result,
    keep_shut,
    lapse,
    note_code_sent,
    open_compartment,
    place_result,
    renew_code,
    reserve_compartment,
    take_back,
)
from .machines import MachineFacts, change_machine, note_silence, register_machine, report_health
from .visits import begin_visit, end_visit, file_visit, note_printed, note_visit, start_filing

__all__ = [
    "MachineFacts", "begin_visit", "change_machine", "end_visit", "fetch_result", "file_visit", "keep_shut", "lapse",
    "note_code_sent", "note_printed", "note_silence", "note_visit", "open_compartment", "place_result",
    "register_machine", "renew_code", "report_health", "reserve_compartment", "start_filing", "take_back",
]  # fmt: skip
