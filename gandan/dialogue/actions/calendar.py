"""The calendars: plan, publish, change with notice, cancel, and what really took place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day, say_hour
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.measures.periods import following_month
from gandan.people.models import Role, User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency, Hamlet

from ..events import (
    OccasionCancelled,
    OccasionChanged,
    OccasionHeld,
    OccasionPlanned,
    OccasionPublished,
    ReceptionDeskSet,
)
from ..limits import due_by, limits
from ..models import ChangeNotice, Occasion, OccasionKind, ReceptionDesk
from ..models.occasions import OPEN_TO_ALL
from ..photos import Position
from ..rules import rules_of
from ..workflow import CANCEL, HOLD, PUBLISH, OccasionStatus
from .clock import judge_duties

LONGEST = timedelta(hours=14)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is planned: who, when, where, about what."""

    kind: str
    host: User
    starts_at: datetime
    ends_at: datetime
    place: str
    seat: str = "other"
    hamlet: Hamlet | None = None
    subject: str = ""
    is_online: bool = False
    link: str = ""
    incident_at: datetime | None = None


@dataclass(frozen=True)
class Proof:
    """What was really done: when it began, how many came, what was said and explained."""

    held_at: datetime
    attended: int | None = None
    minutes: str = ""
    explained: str = ""
    photo: CleanFile | None = None
    position: Position | None = None


@transaction.atomic
def plan_occasion(commune: Agency, wish: Wish, *, by: User | None, now: datetime) -> Occasion:
    """In the calendar of a leader, who cannot be in two places. Not public until published."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    made = Occasion(commune=commune, made_at=now)
    _fit(made, wish, now)
    for name, value in vars(wish).items():
        setattr(made, name, value)
    if wish.kind == OccasionKind.SUDDEN and wish.incident_at:
        made.hold_by = wish.incident_at + timedelta(days=rules_of(commune, localdate(now)).sudden_days)
    made.save()
    record(
        OccasionPlanned(occasion_id=made.pk, kind=made.kind, starts_at=made.starts_at), about=made, by=by, at=now, is_first=True
    )  # fmt: skip
    return made


def _fit(occasion: Occasion, wish: Wish, now: datetime) -> None:
    """RuleBroken for what cannot be: hours, host, hamlet, a leader already elsewhere, an online reception told too late."""
    commune = occasion.commune
    if not wish.starts_at < wish.ends_at <= wish.starts_at + LONGEST:
        raise RuleBroken("Giờ kết thúc phải sau giờ bắt đầu, trong cùng một ngày.")
    if wish.host.agency is None or wish.host.agency.commune_id != commune.pk:
        raise RuleBroken(f"{wish.host} không làm việc tại {commune.name_within}.")
    if wish.hamlet and wish.hamlet.commune_id != commune.pk:
        raise RuleBroken(f"{wish.hamlet} không thuộc {commune.name_within}.")
    if wish.kind == OccasionKind.VISIT and wish.hamlet is None:
        raise RuleBroken("Chọn thôn, tổ dân phố sẽ đến.")
    if wish.kind == OccasionKind.SUDDEN and wish.incident_at is None:
        raise RuleBroken("Ghi sự việc xảy ra lúc nào, để tính hạn đối thoại.")
    _free(occasion, wish)
    if wish.is_online and wish.kind == OccasionKind.RECEPTION:
        _announced_in_time(commune, wish.starts_at, now)


def _free(occasion: Occasion, wish: Wish) -> None:
    others = Occasion.objects.clashing(wish.host, wish.starts_at, wish.ends_at).exclude(pk=occasion.pk)
    if other := others.first():
        begins = localtime(other.starts_at)
        raise RuleBroken(
            f"{wish.host} đã có lịch “{other.get_kind_display()}” lúc {say_hour(begins)}, {say_day(begins.date())}. "
            "Chọn giờ khác hoặc người khác."
        )


def _announced_in_time(commune: Agency, starts_at: datetime, now: datetime) -> None:
    told = due_by(limits()["online.announce"], now, calendar_of(commune, on=localdate(now)))
    if localdate(starts_at) < localdate(told.at):
        raise RuleBroken(
            f"Tiếp công dân trực tuyến phải báo trước {limits()['online.announce'].said} ({limits()['online.announce'].basis}). "
            f"Sớm nhất là {say_day(localdate(told.at))}."
        )


@transaction.atomic
def publish_month(commune: Agency, month: date, *, by: User, now: datetime) -> int:
    """Everything planned for the month that the public may see. Returns how many. Past ones are no news."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    first = month.replace(day=1)
    found = Occasion.objects.of(commune).between(first, following_month(first)).filter(
        status=OccasionStatus.PLANNED, kind__in=OPEN_TO_ALL, starts_at__gt=now
    )  # fmt: skip
    rows = list(found)
    if not rows:
        raise RuleBroken(f"Tháng {first:%m/%Y} chưa có lịch mới để công bố.")
    for one in rows:
        one.take(PUBLISH)
        one.published_at = now
        one.save(update_fields=["published_at"])
        record(OccasionPublished(occasion_id=one.pk), about=one, by=by, at=now)
    return len(rows)


@transaction.atomic
def change_occasion(occasion: Occasion, wish: Wish, *, by: User, now: datetime) -> None:
    """Another hour, place or host. Once published, the change is told with it."""
    held = Occasion.objects.select_for_update().get(pk=occasion.pk)
    if not held.is_coming:
        raise RuleBroken(f"{held} đã xong hoặc đã hủy, không đổi được nữa.")
    _fit(held, wish, now)
    words, before = _difference(held, wish), held.starts_at
    for name, value in vars(wish).items():
        setattr(occasion, name, value)
    occasion.sequence = held.sequence + 1
    occasion.save()
    if held.published_at and words:
        ChangeNotice.objects.create(occasion=occasion, at=now, words=words)
    told = OccasionChanged(
        occasion_id=occasion.pk, before=before, after=wish.starts_at, is_told=bool(held.published_at and words)
    )
    record(told, about=occasion, by=by, at=now)


def _difference(before: Occasion, wish: Wish) -> str:
    """“Chuyển từ thứ Ba, 08/12, 8 giờ sang thứ Tư, 09/12, 8 giờ.”"""
    told = []
    if (before.starts_at, before.ends_at) != (wish.starts_at, wish.ends_at):
        told.append(f"Chuyển từ {_moment(before.starts_at)} sang {_moment(wish.starts_at)}.")
    if before.place != wish.place:
        told.append(f"Địa điểm mới: {wish.place}.")
    if before.host_id != wish.host.pk:
        told.append(f"Người chủ trì mới: {wish.host}.")
    return " ".join(told)


def _moment(at: datetime) -> str:
    here = localtime(at)
    return f"{say_day(here.date())}, {say_hour(here)}"


@transaction.atomic
def cancel_occasion(occasion: Occasion, reason: str, *, by: User, now: datetime) -> None:
    """Called off. People who were told of it are told why."""
    if not reason.strip():
        raise RuleBroken("Ghi lý do hủy. Lý do này người dân đọc được.")
    occasion.take(CANCEL)
    occasion.sequence += 1
    occasion.save(update_fields=["sequence"])
    is_told = occasion.published_at is not None
    if is_told:
        ChangeNotice.objects.create(occasion=occasion, at=now, words=f"Không tổ chức. {reason.strip()}")
    record(OccasionCancelled(occasion_id=occasion.pk, is_told=is_told), about=occasion, by=by, at=now)


@transaction.atomic
def hold_occasion(occasion: Occasion, proof: Proof, *, by: User, now: datetime) -> None:
    """It took place: when, how many, minutes, photo. Weeks and months look at it at once."""
    if proof.held_at > now:
        raise RuleBroken("Chưa đến giờ thực hiện. Ghi khi đã làm xong.")
    if occasion.kind == OccasionKind.VISIT and not (proof.photo or occasion.photo):
        raise RuleBroken("Chụp một tấm ảnh tại thôn.")
    occasion.take(HOLD)
    occasion.held_at, occasion.attended = proof.held_at, proof.attended
    occasion.minutes, occasion.explained = proof.minutes.strip(), proof.explained.strip()
    if proof.photo:
        occasion.photo, occasion.photo_type = proof.photo.content, proof.photo.media_type
    if proof.position:
        occasion.latitude, occasion.longitude = proof.position.latitude, proof.position.longitude
    occasion.save()
    record(OccasionHeld(occasion_id=occasion.pk, kind=occasion.kind, seat=occasion.seat), about=occasion, by=by, at=now)
    judge_duties(occasion.commune, by=by, now=now)


@transaction.atomic
def set_desk(commune: Agency, told: dict[str, object], *, by: User, now: datetime) -> ReceptionDesk:
    """House rules, place, telephone and the permanent officer (`officer`, `place`, `phone`, `rules`)."""
    officer = told.get("officer")
    if isinstance(officer, User):
        agency = officer.agency
        if agency is None or agency.commune_id != commune.pk or not officer.is_active:
            raise RuleBroken(f"{officer} không làm việc tại {commune.name_within}.")
        if officer.roles_in(agency, today=localdate(now)) <= {str(Role.PARTNER)}:
            raise RuleBroken("Người tiếp công dân thường xuyên là công chức của xã.")
    desk, is_new = ReceptionDesk.objects.update_or_create(commune=commune, defaults={**told, "changed_at": now})
    record(ReceptionDeskSet(agency_id=commune.pk), about=desk, by=by, at=now, is_first=is_new)
    return desk
