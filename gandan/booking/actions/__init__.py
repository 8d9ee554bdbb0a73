"""The verbs of booking."""

from .advising import approve_advice, note_advice, offer_advice
from .booking import book, cancel, move
from .feeds import open_feed
from .on_call import accept_death_call, ask_death_papers, call_next_officer, close_death_call, note_death_notice
from .proposing import propose_handover
from .serving import assign_officer, check_in, close_appointment, mark_absent, remind
from .telling import deliver_notice, write_notice

__all__ = [
    "accept_death_call",
    "approve_advice",
    "ask_death_papers",
    "assign_officer",
    "book",
    "call_next_officer",
    "cancel",
    "check_in",
    "close_appointment",
    "close_death_call",
    "deliver_notice",
    "mark_absent",
    "move",
    "note_advice",
    "note_death_notice",
    "offer_advice",
    "open_feed",
    "propose_handover",
    "remind",
    "write_notice",
]
