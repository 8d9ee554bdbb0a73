"""The nouns of the hotline."""

from .calls import CALLER_COLUMN, Call, CallBack, CallDirection, CallQuerySet, CallState, Outcome, Recording
from .directory import Post, PostKind
from .lines import Channel, DutyShift, Hours, Line, LineCheck, LineQuerySet, RosterOrder
from .listening import Hearing, Listening, Verdict
from .tickets import SupportTicket, Topic

__all__ = [
    "CALLER_COLUMN", "Call", "CallBack", "CallDirection", "CallQuerySet", "CallState", "Channel", "DutyShift",
    "Hearing", "Hours", "Line", "LineCheck", "LineQuerySet", "Listening", "Outcome", "Post", "PostKind",
    "Recording", "RosterOrder", "SupportTicket", "Topic", "Verdict",
]  # fmt: skip
