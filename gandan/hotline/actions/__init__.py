"""The verbs of the hotline."""

from .answering import Slip, call_back, note_call, tell_overdue_call_backs, write_slip
from .calls import import_calls, merge_report
from .lines import LineFacts, PostFacts, check_line, keep_line, keep_post
from .listening import approve_listening, ask_to_listen, conclude_listening, listen, refuse_listening
from .recordings import delete_recording, keep_recording
from .rostering import (
    Duty,
    Term,
    copy_week,
    hand_over,
    import_shifts,
    issue_roster,
    put_on_duty,
    take_off_duty,
    tell_holes,
)
from .tickets import Asked, close_ticket, transfer_call

__all__ = [
    "Asked", "Duty", "LineFacts", "PostFacts", "Slip", "Term", "approve_listening", "ask_to_listen", "call_back", "check_line",
    "close_ticket", "conclude_listening", "copy_week", "delete_recording", "hand_over", "import_calls", "import_shifts",
    "issue_roster", "keep_line", "keep_post", "keep_recording", "listen", "merge_report", "note_call", "put_on_duty",
    "refuse_listening", "take_off_duty", "tell_holes", "tell_overdue_call_backs", "transfer_call", "write_slip",
]  # fmt: skip
