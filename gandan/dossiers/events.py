"""What happens to a dossier. Ids, dates and status words only."""

from dataclasses import dataclass
from datetime import datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class DossierEvent(Event):
    dossier_id: int


@dataclass(frozen=True, kw_only=True)
class DossierSubmitted(DossierEvent):
    channel: str
    receive_by: datetime | None


@dataclass(frozen=True, kw_only=True)
class DossierReceived(DossierEvent):
    due_at: datetime
    statutory_due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PromiseGivenUp(DossierEvent):
    """A programme promised the result for the same day and could not keep it; the ordinary limit counts."""

    programme_id: int
    old_due_at: datetime | None
    new_due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class DossierPutUnder(DossierEvent):
    """Done under a programme, told by where it was taken in."""

    programme_id: int


@dataclass(frozen=True, kw_only=True)
class DossierHandedOver(DossierEvent):
    """The legs of a stage have begun."""

    stage: int
    leg_ids: list[int]


@dataclass(frozen=True, kw_only=True)
class DossierTaken(DossierEvent):
    """A member of staff holds the dossier now."""

    holder_id: int


@dataclass(frozen=True, kw_only=True)
class LegFinished(DossierEvent):
    leg_id: int
    due_at: datetime | None
    late_minutes: int


@dataclass(frozen=True, kw_only=True)
class SupplementAsked(DossierEvent):
    close_on: datetime
    is_override: bool


@dataclass(frozen=True, kw_only=True)
class DossierResubmitted(DossierEvent):
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class PaymentAsked(DossierEvent):
    payment_id: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class PaymentOffered(DossierEvent):
    """The fee may be paid at filing; nothing waits for it."""

    payment_id: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class PaymentConfirmed(DossierEvent):
    payment_id: int
    method: str
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class DossierApproved(DossierEvent):
    outcome: str
    late_minutes: int


@dataclass(frozen=True, kw_only=True)
class ResultReturned(DossierEvent):
    outcome: str


@dataclass(frozen=True, kw_only=True)
class ExtensionDrafted(DossierEvent):
    old_due_at: datetime
    new_due_at: datetime
    responsible_id: int


@dataclass(frozen=True, kw_only=True)
class DossierExtended(DossierEvent):
    old_due_at: datetime
    new_due_at: datetime
    responsible_id: int


@dataclass(frozen=True, kw_only=True)
class DossierRefused(DossierEvent):
    outcome: str


@dataclass(frozen=True, kw_only=True)
class DossierWithdrawn(DossierEvent):
    status_before: str


@dataclass(frozen=True, kw_only=True)
class DossierStopped(DossierEvent):
    status_before: str


@dataclass(frozen=True, kw_only=True)
class DossierClosed(DossierEvent):
    """Not completed in time after a supplement request (R12)."""

    asked_at: datetime


@dataclass(frozen=True, kw_only=True)
class ResultCorrected(DossierEvent):
    """An error of the agency: back within three working days (R23)."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PaperScanned(DossierEvent):
    paper_id: int


@dataclass(frozen=True, kw_only=True)
class DossierRated(DossierEvent):
    """The citizen said how it went, 1 to 5."""

    stars: int


@dataclass(frozen=True, kw_only=True)
class PaperDigitised(DossierEvent):
    """The minimum fields of a digitised paper were filled in (R26)."""

    paper_id: int
    is_complete: bool


@dataclass(frozen=True, kw_only=True)
class ReceptionOverdue(DossierEvent):
    """Neither accepted nor returned within eight working hours (R02)."""

    receive_by: datetime


@dataclass(frozen=True, kw_only=True)
class ScanKept(DossierEvent):
    """The scan of the one signed paper is in the store."""

    result_id: int


@dataclass(frozen=True, kw_only=True)
class HomeReturnPromised(DossierEvent):
    """Somebody who cannot travel has asked, or the programme brings it without asking."""

    group: str


@dataclass(frozen=True, kw_only=True)
class HomeReturnScheduled(DossierEvent):
    """There is a result; it is brought home by then."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class HomeReturnMissed(DossierEvent):
    """Nobody was met at home."""

    attempts: int


@dataclass(frozen=True, kw_only=True)
class HomeReturnDelivered(DossierEvent):
    is_on_time: bool


@dataclass(frozen=True, kw_only=True)
class HomeReturnCancelled(DossierEvent):
    """The citizen comes for it after all."""


@dataclass(frozen=True, kw_only=True)
class DossierVisited(DossierEvent):
    """Filed or fetched with a number of the hall."""

    ticket_id: int
    number: int
