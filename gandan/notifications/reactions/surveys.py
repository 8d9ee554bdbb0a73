"""A consultation is over: its opinions wait for an answer each."""

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.surveys.events import ConsultationClosed
from gandan.surveys.models import Consultation

from ..actions import tell
from ..staff import colleagues, leader_of


@follows(ConsultationClosed)
def tell_consultation_closed(event: ConsultationClosed, entry: Entry) -> None:
    one = Consultation.objects.select_related("agency", "made_by").get(pk=event.consultation_id)
    people = (one.made_by, leader_of(one.agency, localdate(entry.at)))
    link = reverse("surveys:officer_consultation", args=[one.pk])
    for to in colleagues(people, one.agency):
        tell(to, event="consultation_closed", entry=entry, link=link, consultation=one, opinions=event.opinions)
