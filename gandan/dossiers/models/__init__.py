"""The nouns of the dossier."""

from .dossier import TOLD_OF_RECEIVED, TOLD_OF_SETTLED, Channel, Dossier, DossierQuerySet, Draft, Person
from .home_return import HomeGroup, HomeReturn, HomeStatus
from .programme import UnderProgramme
from .ticket_link import DossierTicket
from .work import (
    DaySequence,
    Extension,
    ExtensionStatus,
    Leg,
    LegStatus,
    Paper,
    Pause,
    PauseKind,
    Payment,
    PaymentMethod,
    Rating,
    Result,
    Seen,
)

__all__ = [
    "TOLD_OF_RECEIVED",
    "TOLD_OF_SETTLED",
    "Channel",
    "DaySequence",
    "Dossier",
    "DossierQuerySet",
    "DossierTicket",
    "Draft",
    "Extension",
    "ExtensionStatus",
    "HomeGroup",
    "HomeReturn",
    "HomeStatus",
    "Leg",
    "LegStatus",
    "Paper",
    "Pause",
    "PauseKind",
    "Payment",
    "PaymentMethod",
    "Person",
    "Rating",
    "Result",
    "Seen",
    "UnderProgramme",
]
