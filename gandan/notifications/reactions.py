"""Everything we ever tell a citizen, and when. The words stand in `templates/notifications/`."""

from gandan.dossiers import events
from gandan.dossiers.models import Dossier, Payment
from gandan.dossiers.returning import brought_home
from gandan.journal.following import follows
from gandan.journal.models import Entry

from .actions import tell


def _dossier(event: events.DossierEvent) -> Dossier:
    related = ("owner", "commune", "procedure", "version", "agency")
    return Dossier.objects.select_related(*related).get(pk=event.dossier_id)


@follows(events.DossierSubmitted)
def tell_submitted(event: events.DossierSubmitted, entry: Entry) -> None:
    tell(_dossier(event), event="dossier_submitted", entry=entry, receive_by=event.receive_by)


@follows(events.DossierReceived)
def tell_due_date(event: events.DossierReceived, entry: Entry) -> None:
    tell(_dossier(event), event="dossier_received", entry=entry, due_at=event.due_at)


@follows(events.SupplementAsked)
def tell_what_is_missing(event: events.SupplementAsked, entry: Entry) -> None:
    tell(_dossier(event), event="supplement_asked", entry=entry, close_on=event.close_on)


@follows(events.DossierResubmitted)
def tell_completed(event: events.DossierResubmitted, entry: Entry) -> None:
    tell(_dossier(event), event="dossier_resubmitted", entry=entry, due_at=event.due_at)


@follows(events.PaymentAsked)
def tell_what_to_pay(event: events.PaymentAsked, entry: Entry) -> None:
    payment = Payment.objects.get(pk=event.payment_id)
    tell(_dossier(event), event="payment_asked", entry=entry, payment=payment)


@follows(events.DossierExtended)
def apologise(event: events.DossierExtended, entry: Entry) -> None:
    dossier = _dossier(event)
    extension = dossier.extension
    cause = f"{extension.cause[0].lower()}{extension.cause[1:].rstrip('.')}."
    facts = {"old_due_at": event.old_due_at, "new_due_at": event.new_due_at, "responsible": extension.responsible}
    tell(dossier, event="dossier_extended", entry=entry, cause=cause, **facts)


@follows(events.DossierApproved)
def tell_result_is_ready(event: events.DossierApproved, entry: Entry) -> None:
    """Before the citizen comes, early results above all (NĐ 118/2025, Điều 22, khoản 5)."""
    dossier = _dossier(event)
    is_brought = brought_home(dossier) is not None
    tell(dossier, event="dossier_approved", entry=entry, is_early=event.outcome == "early", is_brought=is_brought)


@follows(events.PromiseGivenUp)
def apologise_for_the_day(event: events.PromiseGivenUp, entry: Entry) -> None:
    """The result was promised for the same day; the new date, in our own words and not the officer's note.

    Given up because papers are missing, the request for them says all there is to say.
    """
    if event.new_due_at is not None:
        tell(_dossier(event), event="promise_given_up", entry=entry, new_due_at=event.new_due_at)


@follows(events.ResultReturned)
def thank(event: events.ResultReturned, entry: Entry) -> None:
    tell(_dossier(event), event="result_returned", entry=entry)


@follows(events.ResultCorrected)
def tell_correction(event: events.ResultCorrected, entry: Entry) -> None:
    tell(_dossier(event), event="result_corrected", entry=entry, due_at=event.due_at)


@follows(events.DossierRefused)
def tell_refusal(event: events.DossierRefused, entry: Entry) -> None:
    tell(_dossier(event), event="dossier_refused", entry=entry)


@follows(events.DossierWithdrawn)
def tell_withdrawal(event: events.DossierWithdrawn, entry: Entry) -> None:
    tell(_dossier(event), event="dossier_withdrawn", entry=entry)


@follows(events.DossierStopped, events.DossierClosed)
def tell_end(event: events.DossierEvent, entry: Entry) -> None:
    tell(_dossier(event), event="dossier_stopped", entry=entry)
