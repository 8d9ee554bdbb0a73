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
from .streets import Contact, Household, RoundKind, Street, StreetRound
from .work import CategoryUnit, FeedbackNote, FeedbackRating, Handling, Proposal

__all__ = [
    "BoxOpening",
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
    "Handling",
    "Household",
    "OpinionBox",
    "PhotoMoment",
    "Proposal",
    "ReplyBy",
    "RoundKind",
    "Street",
    "StreetRound",
    "WeeklyReturn",
    "WeeklySource",
    "monday_of",
]
