"""What the verbs do to the marks of a dossier: count its dates anew, give a promise up, find it kept or missed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import localdate

from gandan.journal.actions import record
from gandan.people.models import User

from ..clockwork import CLOCK_FIELDS, calendar_for, set_clocks, start_leg
from ..events import PromiseGivenUp
from ..models import Dossier, Leg, LegStatus, UnderProgramme
from ..promises import FAST_DAY, INCOMPLETE, SHORTENED, TIME_IS_UP, is_open_day, marks_of
from ..tracking import working_days_between

ON_THE_SPOT = "on_the_spot"
GIVING_UP = ["fell_back_at", "fell_back_by", "reason", "is_kept"]


def recount(dossier: Dossier, marks: Sequence[UnderProgramme] | None = None) -> None:
    """Set the clocks under the terms of reception, and keep where a shortened limit ends now. The caller saves the dossier."""
    marks = marks_of(dossier) if marks is None else marks
    set_clocks(dossier, marks)
    shortened = [one for one in marks if one.kind == SHORTENED and one.pk]
    UnderProgramme.objects.bulk_update(shortened, ["promised_at"])


def give_up(dossier: Dossier, *, reason: str, by: User | None, now: datetime) -> bool:
    """The promises of a fast day end and the ordinary limit counts from reception. False when none was open.

    Given up for a supplement, the dossier is not counted among the kept or missed (S2.8): the office never had it complete.
    """
    marks = marks_of(dossier)
    given_up = [one for one in marks if is_open_day(one)]
    if not given_up:
        return False
    for one in given_up:
        one.fell_back_at, one.fell_back_by, one.reason = now, by, reason
        one.is_kept = None if reason == INCOMPLETE else False
    UnderProgramme.objects.bulk_update(given_up, GIVING_UP)
    old_due_at = dossier.due_at
    dossier.changed_at = now
    recount(dossier, marks)
    dossier.save(update_fields=CLOCK_FIELDS)
    _put_off_legs(dossier)
    for one in given_up:
        event = PromiseGivenUp(
            dossier_id=dossier.pk, programme_id=one.programme_id, old_due_at=old_due_at, new_due_at=dossier.due_at
        )
        record(event, about=dossier, by=by, at=now)
    return True


def give_up_if_past(dossier: Dossier, marks: Sequence[UnderProgramme], *, by: User, now: datetime) -> bool:
    """What the clock has not come round to yet: a promise for the day whose last minute is over."""
    is_past = any(is_open_day(one) and one.promised_at and one.promised_at < now for one in marks)
    return is_past and give_up(dossier, reason=TIME_IS_UP, by=by, now=now)


def _put_off_legs(dossier: Dossier) -> None:
    """Work that had to end with the day has its own budget again."""
    calendar, running = calendar_for(dossier), list(dossier.legs.filter(status=LegStatus.RUNNING))
    for leg in running:
        if leg.started_at is not None:
            start_leg(leg, leg.started_at, calendar, latest=dossier.due_at)
    Leg.objects.bulk_update(running, ["due_at"])


def settle_marks(dossier: Dossier, *, by: User, now: datetime) -> None:
    """At approval: each promise is kept or not, and the days saved stand with the one that bound the dossier.

    Too late for a fast day: it is given up first, as the clock would have done, so that the dossier is early, on time or
    late against its ordinary date. Days saved are working days between the day of settling and the statutory due day,
    negative when settled after it; a limit of five working days settled on the day of reception saves five. They are
    credited once: to the promise with the earliest moment that was not given up, or to “4 tại chỗ” where nothing was.
    """
    marks = marks_of(dossier)
    if not marks:
        return
    dossier.refresh_from_db(fields=["due_at", "statutory_due_at", "working"])
    if give_up_if_past(dossier, marks, by=by, now=now):
        marks = marks_of(dossier)
    dossier.is_prompt = _is_prompt(dossier, marks, now)
    bound = [one for one in marks if one.kind in (FAST_DAY, SHORTENED) and one.promised_at and not one.fell_back_at]
    for one in bound:
        assert one.promised_at is not None
        one.is_kept = now <= one.promised_at
    standing = sorted(bound, key=lambda one: one.promised_at or now) or [
        one for one in marks if one.kind == ON_THE_SPOT
    ]
    for one in standing[:1]:
        one.saved_days = saved_days(dossier, now)
    UnderProgramme.objects.bulk_update([*bound, *standing[:1]], ["is_kept", "saved_days"])


def _is_prompt(dossier: Dossier, marks: Sequence[UnderProgramme], now: datetime) -> bool:
    assert dossier.received_at is not None
    return localdate(now) == localdate(dossier.received_at) and any(one.kind == ON_THE_SPOT for one in marks)


def saved_days(dossier: Dossier, at: datetime) -> float | None:
    """Working days from the day of `at` to the statutory due day; negative after it, None without one."""
    if dossier.statutory_due_at is None:
        return None
    settled, lawful = localdate(at), localdate(dossier.statutory_due_at)
    calendar = calendar_for(dossier)
    if settled <= lawful:
        return float(working_days_between(settled, lawful, calendar))
    return -float(working_days_between(lawful, settled, calendar))
