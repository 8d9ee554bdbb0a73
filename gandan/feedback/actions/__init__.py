"""The verbs of feedback."""

from .answering import answer, file_away, hide, judge_attitude, publish, rate, reopen
from .directing import (
    Order,
    Proposing,
    alert_police,
    direct,
    name_unit,
    propose,
    return_proposal,
    send_to_handler,
)
from .handling import (
    add_photos,
    clear_stuck,
    finish_part,
    note_stuck,
    redo,
    report_result,
    show_photo,
    take_up,
)
from .receiving import Origin, Sender, Told, Where, follow, receive, supply_more
from .screening import ask_more, join, mark_spam, pass_on, refuse, restore, screen
from .warning import tell_halfway, tell_overdue

__all__ = [
    "Order", "Origin", "Proposing", "Sender", "Told", "Where", "add_photos", "alert_police", "answer", "ask_more", "clear_stuck",
    "direct", "file_away", "finish_part", "follow", "hide", "join", "judge_attitude", "mark_spam", "name_unit", "note_stuck",
    "pass_on", "propose", "publish", "rate", "receive", "redo", "refuse", "reopen", "report_result", "restore",
    "return_proposal", "screen", "send_to_handler", "show_photo", "supply_more", "take_up", "tell_halfway", "tell_overdue",
]  # fmt: skip
