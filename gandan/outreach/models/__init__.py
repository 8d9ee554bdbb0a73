"""The nouns of outreach: teams, field, lists."""

from .field import FieldRecord, FieldSession, Group, HomeVisit
from .lists import LeafletRound, ListedPerson, ListFile, Listing
from .teams import Force, Member, Mobilisation, Pattern, Shift, Support, SupportKind, Team

__all__ = [
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
    "Shift",
    "Support",
    "SupportKind",
    "Team",
]
