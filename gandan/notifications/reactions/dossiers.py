"""What applicants are told of their dossiers. `required`: the law makes it our duty, or a date depends on it."""

from typing import Any

from gandan.dossiers import events
from gandan.dossiers.models import Dossier, Payment
from gandan.dossiers.returning import brought_home
from gandan.journal.following import follows
from gandan.journal.models import Entry

from ..actions import tell
from ..addressees import applicant_of


def _dossier(event: events.DossierEvent) -> Dossier:
    related = ("owner", "commune", "procedure", "version", "agency")
    return Dossier.objects.select_related(*related).get(pk=event.dossier_id)


def _tell(dossier: Dossier, *, event: str, entry: Entry, required: bool = False, **facts: Any) -> None:
    tell(applicant_of(dossier), event=event, entry=entry, required=required, dossier=dossier, **facts)


@follows(events.DossierSubmitted)
def tell_submitted(event: events.DossierSubmitted, entry: Entry) -> None:
    _tell(_dossier(event), event="dossier_submitted", entry=entry, receive_by=event.receive_by)


@follows(events.DossierReceived)
def tell_due_date(event: events.DossierReceived, entry: Entry) -> None:
    _tell(_dossier(event), event="dossier_received", entry=entry, required=True, due_at=event.due_at)


@follows(events.SupplementAsked)
def tell_what_is_missing(event: events.SupplementAsked, entry: Entry) -> None:
    _tell(_dossier(event), event="supplement_asked", entry=entry, required=True, close_on=event.close_on)


@follows(events.DossierResubmitted)
def tell_completed(event: events.DossierResubmitted, entry: Entry) -> None:
    _tell(_dossier(event), event="dossier_resubmitted", entry=entry, due_at=event.due_at)


@follows(events.PaymentAsked)
def tell_what_to_pay(event: events.PaymentAsked, entry: Entry) -> None:
    payment = Payment.objects.get(pk=event.payment_id)
    _tell(_dossier(event), event="payment_asked", entry=entry, required=True, payment=payment)


@follows(events.DossierExtended)
def apologise(event: events.DossierExtended, entry: Entry) -> None:
    dossier = _dossier(event)
    extension = dossier.extension
    cause = f"{extension.cause[0].lower()}{extension.cause[1:].rstrip('.')}."
    facts = {"old_due_at": event.old_due_at, "new_due_at": event.new_due_at, "responsible": extension.responsible}
    _tell(dossier, event="dossier_extended", entry=entry, required=True, cause=cause, **facts)


@follows(events.DossierApproved)
def tell_result_is_ready(event: events.DossierApproved, entry: Entry) -> None:
    """Before the citizen comes, early results above all (NĐ 118/2025, Điều 22, khoản 5)."""
    dossier = _dossier(event)
    is_brought = brought_home(dossier) is not None
    _tell(
        dossier,
        event="dossier_approved",
        entry=entry,
        required=True,
        is_early=event.outcome == "early",
        is_brought=is_brought,
    )


@follows(events.PromiseGivenUp)
def apologise_for_the_day(event: events.PromiseGivenUp, entry: Entry) -> None:
    """The result was promised for the same day; the new date, in our own words and not the officer's note.

    Given up because papers are missing, the request for them says all there is to say.
    """
    if event.new_due_at is not None:
        _tell(_dossier(event), event="promise_given_up", entry=entry, required=True, new_due_at=event.new_due_at)


@follows(events.ResultReturned)
def thank(event: events.ResultReturned, entry: Entry) -> None:
    _tell(_dossier(event), event="result_returned", entry=entry)


@follows(events.ResultCorrected)
def tell_correction(event: events.ResultCorrected, entry: Entry) -> None:
    _tell(_dossier(event), event="result_corrected", entry=entry, required=True, due_at=event.due_at)


@follows(events.DossierRefused)
def tell_refusal(event: events.DossierRefused, entry: Entry) -> None:
    _tell(_dossier(event), event="dossier_refused", entry=entry, required=True)


@follows(events.DossierWithdrawn)
def tell_withdrawal(event: events.DossierWithdrawn, entry: Entry) -> None:
    _tell(_dossier(event), event="dossier_withdrawn", entry=entry)


@follows(events.DossierStopped, events.DossierClosed)
def tell_end(event: events.DossierEvent, entry: Entry) -> None:
    _tell(_dossier(event), event="dossier_stopped", entry=entry, required=True)
