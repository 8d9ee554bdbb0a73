"""The nouns of replication: directives, what followed from them, syntheses and reports."""

from .directive import (
    Clause,
    Designation,
    Directive,
    DirectiveKind,
    DirectiveQuerySet,
)
from .following import ClauseTarget, DesignationTarget, ReadMark, Receipt, Urging
from .reporting import Handling, Mention, MentionKind, PeriodReport, ReportRound, Synthesis
from .yearly import YearReport

__all__ = [
    "Clause",
    "ClauseTarget",
    "Designation",
    "DesignationTarget",
    "Directive",
    "DirectiveKind",
    "DirectiveQuerySet",
    "Handling",
    "Mention",
    "MentionKind",
    "PeriodReport",
    "ReadMark",
    "Receipt",
    "ReportRound",
    "Synthesis",
    "Urging",
    "YearReport",
]
