"""The nouns of outreach: teams, field, lists."""

from .field import Audience, Content, FieldRecord, FieldSession, Group, HomeVisit, Purpose
from .lists import LeafletRound, ListedPerson, ListFile, Listing
from .teams import Force, Member, Mobilisation, Pattern, Shift, Support, SupportKind, Team

__all__ = [
    "Audience",
    "Content",
    "FieldRecord",
    "FieldSession",
    "Force",
    "Group",
    "HomeVisit",
    "LeafletRound",
    "ListFile",
    "ListedPerson",
    "Listing",
    "Member",
    "Mobilisation",
    "Pattern",
    "Purpose",
    "Shift",
    "Support",
    "SupportKind",
    "Team",
]
