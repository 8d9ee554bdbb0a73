"""Teams: formed by their rules, changed, closed; members come and go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import MemberAdded, MemberEnded, TeamChanged, TeamClosed, TeamFormed
from ..models import Force, Member, Pattern, Team
from ..programmes import least_members
from ..rostering import team_problems

FORCES: dict[str, str] = {str(one): str(one.label) for one in Force}


@dataclass(frozen=True)
class TeamFacts:
    """What a team is: its rules, hours and place. `per_force`: at least so many of each force."""

    name: str
    hamlet: Hamlet | None = None
    purpose: str = ""
    least_members: int = 3
    per_force: dict[str, int] = field(default_factory=dict)
    pattern: str = Pattern.ASKED
    at_once: int = 1
    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""


@dataclass(frozen=True)
class Person:
    """A member to be: an officer's account, or a name and telephone."""

    name: str
    force: str
    phone: str = ""
    user: User | None = None
    is_head: bool = False
    works_since: date | None = None


@transaction.atomic
def form_team(agency: Agency, facts: TeamFacts, people: Sequence[Person], *, by: User, now: datetime) -> Team:
    """A team of the commune with its first members. Refused while it has fewer people than its rules ask for."""
    _check(agency, facts, [one.force for one in people], localdate(now))
    try:
        with transaction.atomic():
            team = Team.objects.create(commune=agency, made_at=now, **_columns(facts))
            Member.objects.bulk_create(_member(team, one, localdate(now)) for one in people)
    except IntegrityError:
        raise RuleBroken(
            f"Đã có tổ “{facts.name}”, hoặc một người được ghi hai lần. Xin đặt tên khác hoặc bỏ tên trùng."
        ) from None
    record(TeamFormed(team_id=team.pk, members=len(people)), about=team, by=by, at=now, is_first=True)
    return team


def _columns(facts: TeamFacts) -> dict[str, object]:
    return {
        "name": " ".join(facts.name.split()), "hamlet": facts.hamlet, "purpose": facts.purpose.strip(),
        "least_members": facts.least_members, "per_force": facts.per_force, "pattern": facts.pattern,
        "at_once": facts.at_once, "weekday": facts.weekday, "starts": facts.starts, "ends": facts.ends,
        "place": facts.place.strip(),
    }  # fmt: skip


def _member(team: Team, one: Person, today: date) -> Member:
    return Member(
        team=team, user=one.user, name=" ".join(one.name.split()), phone=one.phone, force=one.force,
        is_head=one.is_head, works_since=one.works_since, since=today,
    )  # fmt: skip


def _check(agency: Agency, facts: TeamFacts, forces: Sequence[str], today: date) -> None:
    if facts.hamlet is not None and facts.hamlet.commune_id != agency.pk:
        raise RuleBroken("Khu dân cư này không thuộc xã.")
    unknown = sorted({*forces, *facts.per_force} - set(FORCES))
    if unknown:
        raise RuleBroken(f"Lực lượng “{', '.join(unknown)}” không có trong danh sách.")
    ordered = least_members(agency, today, is_in_hamlet=facts.hamlet is not None)
    if facts.least_members < ordered:
        raise RuleBroken(f"Mô hình đang áp dụng yêu cầu mỗi tổ ít nhất {ordered} người.")
    _check_hours(facts)
    problems = team_problems(forces, least=facts.least_members, per_force=facts.per_force, names=FORCES)
    if problems:
        raise RuleBroken(" ".join(problems))


def _check_hours(facts: TeamFacts) -> None:
    if facts.at_once < 1:
        raise RuleBroken("Mỗi ca cần ít nhất một người.")
    if facts.pattern == Pattern.WEEKLY and (facts.weekday is None or not facts.starts or not facts.ends):
        raise RuleBroken("Tổ trực mỗi tuần một buổi: xin chọn thứ, giờ bắt đầu và giờ kết thúc.")
    if facts.starts and facts.ends and facts.starts >= facts.ends:
        raise RuleBroken("Giờ kết thúc phải sau giờ bắt đầu.")


def present_members(team: Team, today: date) -> list[Member]:
    """Members on that day, the head first."""
    current = Q(until__isnull=True) | Q(until__gte=today)
    return list(team.members.filter(current, since__lte=today).order_by("-is_head", "pk"))


@transaction.atomic
def change_team(team: Team, facts: TeamFacts, *, by: User, now: datetime) -> None:
    """New rules, hours or place; the members it has must still meet them."""
    locked = _open(team)
    today = localdate(now)
    _check(locked.commune, facts, [one.force for one in present_members(locked, today)], today)
    if Team.objects.filter(commune=locked.commune, name=facts.name).exclude(pk=locked.pk).exists():
        raise RuleBroken(f"Đã có tổ “{facts.name}”. Xin đặt tên khác.")
    Team.objects.filter(pk=locked.pk).update(**_columns(facts))
    record(TeamChanged(team_id=locked.pk), about=locked, by=by, at=now)
    team.refresh_from_db()


def _open(team: Team) -> Team:
    locked = Team.objects.select_for_update(of=("self",)).select_related("commune").get(pk=team.pk)
    if not locked.is_active:
        raise RuleBroken(f"{locked.name} đã giải thể.")
    return locked


@transaction.atomic
def add_member(team: Team, person: Person, *, by: User, now: datetime) -> Member:
    """One more member from today."""
    locked, today = _open(team), localdate(now)
    if person.force not in FORCES:
        raise RuleBroken("Xin chọn lực lượng của thành viên.")
    if person.user is not None and (person.user.agency is None or person.user.agency.commune_id != locked.commune_id):
        raise RuleBroken("Tài khoản này không thuộc xã.")
    name = " ".join(person.name.split())
    if any(one.name.lower() == name.lower() and one.force == person.force for one in present_members(locked, today)):
        raise RuleBroken(f"{name} đã ở trong tổ.")
    if person.is_head:
        locked.members.update(is_head=False)
    try:
        with transaction.atomic():
            member = _member(locked, person, today)
            member.save()
    except IntegrityError:
        raise RuleBroken(f"{name} vừa được ghi vào tổ hôm nay.") from None
    record(MemberAdded(team_id=locked.pk, member_id=member.pk, force=member.force), about=locked, by=by, at=now)
    return member


@transaction.atomic
def end_member(member: Member, *, by: User, now: datetime) -> list[str]:
    """The last day is today. Duties still to come must be covered first; returns what the team misses from now on."""
    locked, today = _open(member.team), localdate(now)
    ahead = member.shifts.filter(starts_at__gt=now, status__in=("planned", "accepted")).order_by("starts_at")
    if first := ahead.first():
        raise RuleBroken(
            f"{member.name} còn {ahead.count()} ca từ ngày {localdate(first.starts_at):%d/%m}. "
            "Cử người thay hoặc bỏ các ca này trước."
        )
    Member.objects.filter(pk=member.pk).update(until=max(today, member.since), is_head=False)
    record(MemberEnded(team_id=locked.pk, member_id=member.pk), about=locked, by=by, at=now)
    left = [one.force for one in present_members(locked, today) if one.pk != member.pk]
    return team_problems(left, least=locked.least_members, per_force=locked.per_force, names=FORCES)


@transaction.atomic
def close_team(team: Team, *, by: User, now: datetime) -> None:
    """The team ends: duties to come are taken off, what was done stays."""
    locked = _open(team)
    locked.shifts.filter(starts_at__gt=now, status__in=("planned", "accepted")).delete()
    locked.members.filter(until__isnull=True).update(until=localdate(now))
    Team.objects.filter(pk=locked.pk).update(is_active=False)
    record(TeamClosed(team_id=locked.pk), about=locked, by=by, at=now)
