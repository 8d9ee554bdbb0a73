"""Counters: set up, opened by an officer, paused, closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import CounterClosed, CounterOpened, HelpCalled, HelpEnded
from ..models import Counter, Sitting, Ticket, Zone
from ..workflow import AT_COUNTER


@transaction.atomic
def keep_counter(
    agency: Agency, *, number: int, name: str = "", zone: str = Zone.ASSISTED, fields: Sequence[str] = ()
) -> Counter:
    """Set up or change a counter by its number."""
    if not 1 <= number <= 99:
        raise RuleBroken("Số quầy từ 1 đến 99.")
    if zone not in Zone.values:
        raise RuleBroken("Khu này không có trong danh sách.")
    counter, _ = Counter.objects.update_or_create(
        agency=agency,
        number=number,
        defaults={"name": name.strip(), "zone": zone, "fields": list(fields), "is_used": True},
    )
    return counter


@transaction.atomic
def open_counter(counter: Counter, *, by: User, now: datetime) -> Sitting:
    """Sit down at a counter. Opening it again continues after a break; the seat left elsewhere is given up."""
    mine = Sitting.objects.select_for_update().filter(counter=counter, officer=by, until__isnull=True).first()
    if mine is not None:
        mine.paused_at = None
        mine.save(update_fields=["paused_at"])
        return mine
    if not counter.is_used:
        raise RuleBroken(f"{counter} không còn dùng.")
    for elsewhere in Sitting.objects.select_for_update().filter(officer=by, until__isnull=True):
        _rise(elsewhere, now)
    try:
        with transaction.atomic():
            sitting = Sitting.objects.create(counter=counter, officer=by, since=now)
    except IntegrityError:
        other = Sitting.objects.select_related("officer").filter(counter=counter, until__isnull=True).first()
        if other is None:
            raise RuleBroken("Ông/bà vừa mở một quầy khác. Xin tải lại trang.") from None
        raise RuleBroken(
            f"{counter} đang do {other.officer} mở. Chọn quầy khác, hoặc nhờ người đó đóng quầy."
        ) from None
    record(CounterOpened(counter_id=counter.pk, agency_id=counter.agency_id), about=counter, by=by, at=now)
    return sitting


def _rise(sitting: Sitting, now: datetime) -> None:
    busy = Ticket.objects.filter(counter=sitting.counter_id, status__in=AT_COUNTER).first()
    if busy is not None:
        raise RuleBroken(f"Quầy còn số {busy.said}. Ghi xong hoặc chuyển số này rồi đóng quầy.")
    sitting.until = now
    sitting.save(update_fields=["until"])


@transaction.atomic
def pause_counter(counter: Counter, *, by: User, now: datetime) -> None:
    """A break: the counter calls nobody until it is opened again."""
    sitting = Sitting.objects.select_for_update().filter(counter=counter, officer=by, until__isnull=True).first()
    if sitting is None:
        raise RuleBroken(f"{counter} không do ông/bà mở.")
    sitting.paused_at = now
    sitting.save(update_fields=["paused_at"])


@transaction.atomic
def close_counter(counter: Counter, *, by: User, now: datetime) -> None:
    """Stand up. A number still at the counter must be ended first."""
    sitting = Sitting.objects.select_for_update().filter(counter=counter, until__isnull=True).first()
    if sitting is None:
        return
    _rise(sitting, now)
    record(CounterClosed(counter_id=counter.pk, agency_id=counter.agency_id), about=counter, by=by, at=now)


@transaction.atomic
def retire_counter(counter: Counter, *, by: User, now: datetime) -> None:
    """The counter is no longer used; its past stays. Somebody who sits there closes it first."""
    if Sitting.objects.filter(counter=counter, until__isnull=True).exists():
        raise RuleBroken(f"{counter} đang có người ngồi. Đóng quầy rồi bỏ.")
    counter.is_used = False
    counter.save(update_fields=["is_used"])
    record(CounterClosed(counter_id=counter.pk, agency_id=counter.agency_id), about=counter, by=by, at=now)


@transaction.atomic
def call_help(counter: Counter, *, by: User, now: datetime) -> None:
    """The emergency button: colleagues see it at once, the journal keeps it."""
    if not Sitting.objects.filter(counter=counter, officer=by, until__isnull=True).exists():
        raise RuleBroken(f"{counter} không do ông/bà mở.")
    Counter.objects.filter(pk=counter.pk).update(help_at=now)
    record(HelpCalled(counter_id=counter.pk, agency_id=counter.agency_id), about=counter, by=by, at=now)


@transaction.atomic
def end_help(counter: Counter, *, by: User, now: datetime) -> None:
    """Somebody came: the call for help is over."""
    if Counter.objects.filter(pk=counter.pk, help_at__isnull=False).update(help_at=None):
        record(HelpEnded(counter_id=counter.pk, agency_id=counter.agency_id), about=counter, by=by, at=now)
