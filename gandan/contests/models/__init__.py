"""The nouns of campaigns and contests."""

from .campaign import (
    Better,
    Campaign,
    Commendation,
    CommendationKind,
    Pledge,
    PledgeKind,
    Standing,
)
from .contest import Contest, Entry, Judge, MarkSheet, Member, Part, PartKind, PartScore, Stage
from .exam import Question, Sitting

__all__ = [
    "Better",
    "Campaign",
    "Commendation",
    "CommendationKind",
    "Contest",
    "Entry",
    "Judge",
    "MarkSheet",
    "Member",
    "Part",
    "PartKind",
    "PartScore",
    "Pledge",
    "PledgeKind",
    "Question",
    "Sitting",
    "Stage",
    "Standing",
]
