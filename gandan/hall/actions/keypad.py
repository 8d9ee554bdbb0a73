"""One key of a counter: the number there is done, the next one comes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import CounterOpened
from ..models import Counter, Sitting, Ticket
from ..workflow import AT_COUNTER
from .calling import call_first, call_next
from .serving import finish


@transaction.atomic
def press_next(counter: Counter, *, by: User, now: datetime, seen: int) -> Ticket | None:
    """From the panel: whoever stands at the counter is done, the next one is called; None when nobody waits.

    `seen` is the ticket (0: none) that the page showed: pressed twice, or on an old page, nothing more is called and
    the answer is who is there now.
    """
    there = _at(counter)
    if seen != (there.pk if there else 0):
        return there
    if there is not None:
        finish(there, by=by, now=now)
    return call_next(counter, by=by, now=now)


@transaction.atomic
def key_next(counter: Counter, *, by: User, now: datetime) -> Ticket | None:
    """From a keypad or program, which shows nothing. It serves for whoever sits at the counter; where nobody does, the
    caller sits down, unless seated elsewhere."""
    there, sitting = _at(counter), Sitting.objects.filter(counter=counter, until__isnull=True).first()
    if sitting is not None and sitting.paused_at is not None:
        raise RuleBroken(f"{counter} đang tạm nghỉ. Bấm “Tiếp tục” rồi gọi số.")
    officer = sitting.officer if sitting else by
    if sitting is None and not Sitting.objects.filter(officer=by, until__isnull=True).exists():
        _sit_down(counter, by=by, now=now)
    if there is not None:
        finish(there, by=officer, now=now)
    return call_first(counter, by=officer, now=now)


def _at(counter: Counter) -> Ticket | None:
    """The number at the counter; the counter's row is held, so that a second press waits for the first."""
    Counter.objects.select_for_update(no_key=True).get(pk=counter.pk)
    return Ticket.objects.filter(counter=counter, status__in=AT_COUNTER).first()


def _sit_down(counter: Counter, *, by: User, now: datetime) -> None:
    """Several keypads of one program may try at once: it sits at one of them."""
    Sitting.objects.bulk_create([Sitting(counter=counter, officer=by, since=now)], ignore_conflicts=True)
    if Sitting.objects.filter(counter=counter, officer=by, until__isnull=True).exists():
        record(CounterOpened(counter_id=counter.pk, agency_id=counter.agency_id), about=counter, by=by, at=now)
