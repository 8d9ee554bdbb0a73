"""Citizens learn when somebody comes to their home; members their session; heads a hole in the roster."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.outreach import events
from gandan.outreach.models import FieldSession, Force, HomeVisit, Member, Team
from gandan.places.models import Agency

from ..actions import tell
from ..addressees import Addressee
from ..staff import colleagues, leader_of


# --- At home ---
def _tell_at_home(visit_id: int, *, event: str, entry: Entry, required: bool = False, **facts: Any) -> HomeVisit:
    """By the telephone that was left, be it the neighbour's; without one the visit is on a list for calls if required."""
    visit = HomeVisit.objects.select_related("commune", "hamlet", "visitor").get(pk=visit_id)
    if visit.phone or required:
        to = Addressee(
            name=visit.name, commune=visit.commune, phone=visit.phone, address=visit.address, hamlet=visit.hamlet
        )  # fmt: skip
        link = reverse("outreach:visit_standing", args=[visit.key])
        told = {"purpose": visit.get_purpose_display(), "link": link, **facts}
        tell(to, event=event, entry=entry, required=required, **told)
    return visit


@follows(events.VisitScheduled)
def tell_visit_scheduled(event: events.VisitScheduled, entry: Entry) -> None:
    """The family, because somebody has to be at home; and the officer who goes."""
    visit = _tell_at_home(event.visit_id, event="visit_scheduled", entry=entry, required=True, at=event.planned_for)
    if visit.visitor and visit.visitor != entry.actor:
        link = reverse("outreach:visit", args=[visit.pk])
        for to in colleagues([visit.visitor], visit.commune):
            tell(to, event="visit_given", entry=entry, link=link, at=event.planned_for, hamlet=visit.hamlet)


@follows(events.VisitMissed)
def tell_visit_missed(event: events.VisitMissed, entry: Entry) -> None:
    _tell_at_home(event.visit_id, event="visit_missed", entry=entry)


@follows(events.VisitCancelled)
def tell_visit_cancelled(event: events.VisitCancelled, entry: Entry) -> None:
    _tell_at_home(event.visit_id, event="visit_cancelled", entry=entry)


@follows(events.PostOffered)
def tell_post_offered(event: events.PostOffered, entry: Entry) -> None:
    _tell_at_home(event.visit_id, event="post_offered", entry=entry)


# --- Teams and sessions ---
def _member(one: Member, commune: Agency) -> Addressee:
    return Addressee(name=one.name, commune=commune, user=one.user, phone=one.phone)


@follows(events.RosterHole)
def tell_roster_hole(event: events.RosterHole, entry: Entry) -> None:
    team, today = Team.objects.select_related("commune").get(pk=event.team_id), localdate(entry.at)
    serving = team.members.filter(Q(until__isnull=True) | Q(until__gte=today), is_head=True).select_related("user")
    people = [_member(one, team.commune) for one in serving] + colleagues(
        [leader_of(team.commune, today)], team.commune
    )
    facts: dict[str, Any] = {"team": team, "at": event.starts_at, "present": event.present, "needed": event.needed}
    for to in people:
        tell(to, event="roster_hole", entry=entry, link=reverse("outreach:roster"), **facts)


def _session(event: events.SessionEvent) -> FieldSession:
    return FieldSession.objects.select_related("commune", "hamlet").get(pk=event.session_id)


@follows(events.SessionAnnounced)
def tell_session_announced(event: events.SessionAnnounced, entry: Entry) -> None:
    """The head of the hamlet, who calls the residents together, and whoever is on duty there."""
    session = _session(event)
    hamlet, link = session.hamlet, reverse("outreach:public_sessions")
    if hamlet.head_phone:
        to = Addressee(name=hamlet.head_name or "ông/bà", commune=session.commune, phone=hamlet.head_phone)
        tell(to, event="session_announced", entry=entry, link=link, session=session, at=event.starts_at)
    for shift in session.shifts.select_related("member__user"):
        to = _member(shift.member, session.commune)
        tell(to, event="session_duty", entry=entry, link=link, session=session, at=event.starts_at)


@follows(events.SessionShort)
def tell_session_short(event: events.SessionShort, entry: Entry) -> None:
    session = _session(event)
    missing = ", ".join(Force(one).label for one in event.missing)
    facts: dict[str, Any] = {"session": session, "at": event.starts_at, "missing": missing}
    link = reverse("outreach:session", args=[session.pk])
    for to in colleagues([leader_of(session.commune, localdate(entry.at))], session.commune):
        tell(to, event="session_short", entry=entry, link=link, **facts)
