"""The nouns of dialogue."""

from .occasions import (
    ChangeNotice,
    Duty,
    DutyKind,
    Guest,
    Notable,
    NotableKind,
    Occasion,
    OccasionKind,
    OccasionQuerySet,
    ReceptionDesk,
    Seat,
)
from .opinions import Opinion, OpinionQuerySet, OpinionSource, Outcome
from .petitions import Petition, PetitionKind, PetitionQuerySet, PetitionSource, SealedReader, may_read_sealed
from .turns import Turn, TurnChannel, TurnQuerySet

__all__ = [
    "ChangeNotice",
    "Duty",
    "DutyKind",
    "Guest",
    "Notable",
    "NotableKind",
    "Occasion",
    "OccasionKind",
    "OccasionQuerySet",
    "Opinion",
    "OpinionQuerySet",
    "OpinionSource",
    "Outcome",
    "Petition",
    "PetitionKind",
    "PetitionQuerySet",
    "PetitionSource",
    "ReceptionDesk",
    "SealedReader",
    "Seat",
    "Turn",
    "TurnChannel",
    "TurnQuerySet",
    "may_read_sealed",
]
