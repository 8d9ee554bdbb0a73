"""The verbs of replication."""

from .drafting import (
    ClauseWords,
    Designating,
    Letter,
    add_clause,
    designate,
    draft_directive,
    edit_directive,
    remove_clause,
    undesignate,
)
from .following import acknowledge, read_directive, start_designation, urge
from .issuing import close_directive, derive, issue
from .mentioning import Praise, commend, criticise, reply_to_mention
from .reporting import Call, Words, fill_report, open_round, remind_report, send_report
from .synthesising import compile_synthesis, send_synthesis
from .yearly import YearWords, send_year_report, write_year_report

__all__ = [
    "Call",
    "ClauseWords",
    "Designating",
    "Letter",
    "Praise",
    "Words",
    "YearWords",
    "acknowledge",
    "add_clause",
    "close_directive",
    "commend",
    "compile_synthesis",
    "criticise",
    "derive",
    "designate",
    "draft_directive",
    "edit_directive",
    "fill_report",
    "issue",
    "open_round",
    "read_directive",
    "remind_report",
    "remove_clause",
    "reply_to_mention",
    "send_report",
    "send_synthesis",
    "send_year_report",
    "start_designation",
    "undesignate",
    "urge",
    "write_year_report",
]
