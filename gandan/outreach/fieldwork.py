"""A session read: who is there, who is missing, what was done, by group. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count, QuerySet

from gandan.catalog.models import ProcedureVersion
from gandan.dossiers.models import Channel
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency

from .duties import GONE
from .field_programmes import FIELD_SESSIONS, rule_of
from .models import Content, FieldRecord, FieldSession, Force, Support
from .rotation import missing_forces
from .workflow import SessionStatus

CONTENTS: dict[str, str] = {str(one.value): str(one.label) for one in Content}
FORCES: dict[str, str] = {str(one.value): str(one.label) for one in Force}


def missing_of(session: FieldSession) -> list[str]:
    """Forces that must be there and are not on the roster."""
    coming = session.shifts.exclude(status__in=GONE).values_list("member__force", flat=True)
    return missing_forces(session.needs, set(coming))


def forces_in_words(forces: Iterable[str]) -> str:
    return ", ".join(FORCES.get(one, one).lower() for one in forces)


def tally(session: FieldSession) -> dict[str, int]:
    """People helped, by content group; a group nobody came for is left out."""
    rows = Support.objects.filter(session=session).values_list("group").annotate(people=Count("pk")).order_by("group")
    return {str(group): int(people) for group, people in rows}


def upcoming(agency: Agency, now: datetime) -> QuerySet[FieldSession]:
    """Sessions planned or open that have not ended, the next first."""
    wanted = (SessionStatus.PLANNED, SessionStatus.OPEN)
    rows = FieldSession.objects.filter(commune=agency, ends_at__gte=now, status__in=wanted)
    return rows.select_related("hamlet").order_by("starts_at", "hamlet__sort_name")


def problems_of(agency: Agency) -> QuerySet[FieldRecord]:
    """What came in from phones and waits for a person, oldest first."""
    rows = FieldRecord.objects.filter(session__commune=agency).exclude(problem="")
    return rows.select_related("session__hamlet", "by").order_by("received_at", "pk")


def versions_of(session: FieldSession, today: date) -> list[ProcedureVersion]:
    """What may be taken in at the session: the programme's procedures, or whatever is filed in person; by name."""
    rule = rule_of(FIELD_SESSIONS, session.commune, today, session.programme_id)
    codes = rule.values["procedures"] if rule else ()
    rows = ProcedureVersion.objects.in_force(today).with_facts().order_by("procedure__sort_name")
    rows = rows.filter(procedure__code__in=codes) if codes else rows.filter(forms__is_published=True).distinct()
    return [one for one in rows if Channel.COUNTER in one.channels]


def contents_of(session: FieldSession, today: date) -> list[tuple[str, str]]:
    """Content groups the session serves; all four without a programme."""
    rule = rule_of(FIELD_SESSIONS, session.commune, today, session.programme_id)
    chosen = rule.values["contents"] if rule else tuple(CONTENTS)
    return [(key, CONTENTS[key]) for key in chosen]


def due_to_announce(agency: Agency, now: datetime) -> list[FieldSession]:
    """Planned sessions whose residents are to be told today and have not been."""
    found = []
    for session in FieldSession.objects.filter(
        commune=agency, status=SessionStatus.PLANNED, announced_at__isnull=True, starts_at__gt=now
    ).select_related("commune", "hamlet"):
        rule = rule_of(FIELD_SESSIONS, agency, now.date(), session.programme_id)
        days = rule.values["announce_days"] if rule else 3
        if session.starts_at - now <= timedelta(days=days):
            found.append(session)
    return found


def day_span(day: date) -> tuple[datetime, datetime]:
    """Start and end of a day in Vietnam."""
    start = datetime.min.time()
    return vietnam_moment(day, start), vietnam_moment(day + timedelta(days=1), start)
