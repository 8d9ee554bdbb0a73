"""How teams stand: members, hours, hamlets without one, by commune. Plain querysets for the pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.utils.timezone import localtime, now

from gandan.core.vietnamese import WEEKDAYS, say_day
from gandan.measures.measure import Ask, answer
from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from gandan.people.offices import Office
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency, Hamlet

from .models import Member, Mobilisation, Pattern, Shift, Support, Team
from .workflow import ShiftStatus

BEFORE_AFTER = timedelta(days=90)


def hours_words(team: Team) -> str:
    """When the team is on duty, in words."""
    if team.pattern == Pattern.WEEKLY and team.weekday is not None and team.starts and team.ends:
        return f"{WEEKDAYS[team.weekday]} hằng tuần, {team.starts:%H:%M} đến {team.ends:%H:%M}"
    return str(Pattern(team.pattern).label)


@dataclass(frozen=True)
class TeamLine:
    team: Team
    members: int
    hours: str
    next_at: datetime | None

    @property
    def is_short(self) -> bool:
        return self.members < self.team.least_members


def team_lines(commune: Agency, today: date) -> list[TeamLine]:
    """Active teams with members and the next duty: two statements."""
    current = Q(members__until__isnull=True) | Q(members__until__gte=today)
    rows = Team.objects.filter(commune=commune, is_active=True).select_related("hamlet")
    rows = rows.annotate(present=Count("members", filter=current, distinct=True)).order_by("name")
    start = vietnam_moment(today, time())
    ahead: dict[int, datetime] = {}
    found = Shift.objects.filter(team__commune=commune, ends_at__gte=start).order_by("starts_at")
    for team_id, at in found.values_list("team", "starts_at"):
        ahead.setdefault(team_id, at)
    return [TeamLine(one, one.present, hours_words(one), ahead.get(one.pk)) for one in rows]


def hamlets_without(commune: Agency) -> list[Hamlet]:
    teams = Team.objects.filter(commune=commune, is_active=True, hamlet__isnull=False)
    return list(Hamlet.objects.of(commune).exclude(pk__in=teams.values("hamlet")))


@dataclass(frozen=True)
class MemberLine:
    """What a member gave this month, for the letter of thanks."""

    member: Member
    shifts: int
    hours: float
    supports: int


def member_hours(team: Team, today: date) -> list[MemberLine]:
    """Of the month: from signing in to leaving, or to the end of the duty."""
    first = today.replace(day=1)
    start = vietnam_moment(first, time())
    end = vietnam_moment((first + timedelta(days=32)).replace(day=1), time())
    present = team.shifts.filter(status=ShiftStatus.PRESENT, starts_at__gte=start, starts_at__lt=end)
    worked: dict[int, timedelta] = {}
    counted: Counter[int] = Counter()
    for one in present:
        worked[one.member_id] = (
            worked.get(one.member_id, timedelta()) + (one.left_at or one.ends_at) - (one.arrived_at or one.starts_at)
        )
        counted[one.member_id] += 1
    helped = Support.objects.filter(team=team, at__gte=start, at__lt=end).values("member").annotate(n=Count("pk"))
    supports = {row["member"]: row["n"] for row in helped}
    members = team.members.filter(Q(until__isnull=True) | Q(until__gte=first)).order_by("name")
    return [
        MemberLine(one, counted[one.pk], round(worked.get(one.pk, timedelta()) / timedelta(hours=1), 1), supports.get(one.pk, 0))
        for one in members
    ]  # fmt: skip


@dataclass(frozen=True)
class CallLine:
    call: Mobilisation
    words: str
    rostered: int
    present: int


def call_words(call: Mobilisation) -> str:
    starts, ends = localtime(call.starts_at), localtime(call.ends_at)
    return f"{say_day(starts.date())}, {starts:%H:%M} đến {ends:%H:%M}: cần {call.people} người. {call.reason}"


def calls(team: Team) -> list[CallLine]:
    """The last ten calls: how many were rostered and came."""
    lines = []
    for call in team.mobilisations.order_by("-starts_at")[:10]:
        sent = team.shifts.filter(starts_at=call.starts_at, ends_at=call.ends_at)
        told = sent.aggregate(
            rostered=Count("pk", filter=~Q(status__in=(ShiftStatus.ABSENT, ShiftStatus.COVERED))),
            present=Count("pk", filter=Q(status=ShiftStatus.PRESENT)),
        )
        lines.append(CallLine(call, call_words(call), told["rostered"], told["present"]))
    return lines


@dataclass(frozen=True)
class PublicLine:
    team: Team
    hours: str
    coming: list[datetime]


def public_lines(commune: Agency, at: datetime) -> list[PublicLine]:
    """Teams with a place, and their days within a month."""
    coming: dict[int, list[datetime]] = {}
    ahead = Shift.objects.filter(team__commune=commune, ends_at__gte=at, starts_at__lte=at + timedelta(days=31))
    for team_id, starts in ahead.order_by("starts_at").values_list("team", "starts_at").distinct():
        coming.setdefault(team_id, []).append(starts)
    teams = Team.objects.filter(commune=commune, is_active=True).exclude(place="").select_related("hamlet")
    return [PublicLine(one, hours_words(one), coming.get(one.pk, [])[:5]) for one in teams.order_by("name")]


def day_asked(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today


@dataclass(frozen=True)
class CommuneLine:
    """A commune: hamlets with a team on the day, and its online rate in the quarter before and after."""

    name: str
    with_team: int
    hamlets: int
    gaps: list[str]
    before: float | None
    after: float | None

    @property
    def is_done(self) -> bool:
        return self.hamlets > 0 and self.with_team == self.hamlets


def by_commune(office: Office, day: date) -> list[CommuneLine]:
    """The communes of the province, or the leader's own; not done first."""
    rows = Agency.objects.communes().filter(is_serving=True)
    rows = rows.filter(pk=office.commune.pk) if office.commune else rows.filter(province=office.agency)
    communes = list(rows.order_by("sort_name"))
    until = vietnam_moment(day + timedelta(days=1), time())
    teams = Team.objects.filter(commune__in=communes, made_at__lt=until, is_active=True, hamlet__isnull=False)
    held = set(teams.values_list("hamlet", flat=True))
    hamlets: dict[int, list[Hamlet]] = {}
    for hamlet in Hamlet.objects.filter(commune__in=communes).order_by("sort_name"):
        hamlets.setdefault(hamlet.commune_id, []).append(hamlet)
    before, after = (
        _online(communes, day - BEFORE_AFTER, day),
        _online(communes, day + timedelta(days=1), day + BEFORE_AFTER),
    )
    lines = []
    for one in communes:
        mine = hamlets.get(one.pk, [])
        gaps = [str(hamlet) for hamlet in mine if hamlet.pk not in held]
        lines.append(
            CommuneLine(one.name, len(mine) - len(gaps), len(mine), gaps, before.get(one.code), after.get(one.code))
        )
    return sorted(lines, key=lambda line: line.is_done)


def _online(communes: list[Agency], since: date, until: date) -> dict[str, float | None]:
    measure = measure_named("online_share")
    scope = Scope(tuple(one.pk for one in communes), since, until, now())
    return {row.key: row.figures[measure.name].value for row in answer(Ask(scope, (measure,), "agency"))[0]}
