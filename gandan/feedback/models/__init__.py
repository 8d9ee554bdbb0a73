"""The nouns of feedback."""

from .collecting import BoxOpening, OpinionBox, WeeklyReturn, WeeklySource, monday_of
from .feedback import (
    Channel,
    DossierAsk,
    Feedback,
    FeedbackPhoto,
    FeedbackQuerySet,
    FeedbackSequence,
    Follower,
    PhotoMoment,
    ReplyBy,
)
from .learning import CategoryFit
from .streets import Contact, Household, RoundKind, Street, StreetRound
from .work import CategoryUnit, FeedbackNote, FeedbackRating, Proposal, UnitPart

__all__ = [
    "BoxOpening",
    "CategoryFit",
    "CategoryUnit",
    "Channel",
    "Contact",
    "DossierAsk",
    "Feedback",
    "FeedbackNote",
    "FeedbackPhoto",
    "FeedbackQuerySet",
    "FeedbackRating",
    "FeedbackSequence",
    "Follower",
    "Household",
    "OpinionBox",
    "PhotoMoment",
    "Proposal",
    "ReplyBy",
    "RoundKind",
    "Street",
    "StreetRound",
    "UnitPart",
    "WeeklyReturn",
    "WeeklySource",
    "monday_of",
]
