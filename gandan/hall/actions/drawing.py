"""Drawing a number, and going home with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import TicketDrawn, TicketLeft
from ..hours import refuse_when_closed
from ..keys import new_key
from ..models import Matter, Priority, Source, Ticket, Zone
from ..rules import rules_of
from ..zones import age_on, is_assisted

NEXT_NUMBER = """
INSERT INTO hall_daynumber (agency_id, day, last) VALUES (%s, %s, 1)
ON CONFLICT (agency_id, day) DO UPDATE SET last = hall_daynumber.last + 1 RETURNING last
"""
OLDEST = 120
MOST_MATTERS = 6


@dataclass(frozen=True)
class Wish:
    """What somebody answers before the ticket: which matters, papers ready, year of birth, priority, where drawn."""

    source: str = Source.KIOSK
    procedures: Sequence[Procedure] = ()
    words: str = ""
    birth_year: int | None = None
    birthday: date | None = None
    """From a card: the age is exact; otherwise the year alone is known."""
    priority: str = Priority.NONE
    priority_reason: str = ""
    has_papers: bool | None = None
    booked_for: datetime | None = None
    zone: str = ""
    key: str = ""
    """Made beforehand by who asks, so that asking twice gives one number (draw_once); "": made here."""


@transaction.atomic
def draw(agency: Agency, wish: Wish, *, by: User | None, now: datetime) -> Ticket:
    """A number of the day. The zone is proposed by age; a zone chosen by the person holds, and the switch is counted.

    While the Centre is closed only its own desk draws, and whoever has an appointment (S3.36).
    """
    day = localdate(now)
    _check(wish, day.year)
    if wish.source != Source.BOOKING and not (by and by.is_staff_member):
        refuse_when_closed(agency, now)
    rules = rules_of(agency, day)
    year = wish.birthday.year if wish.birthday else wish.birth_year
    age = None if year is None else age_on(day, birth_year=year, birthday=wish.birthday)
    proposed = Zone.ASSISTED
    if rules.is_zoned and not is_assisted(age, threshold=rules.threshold, is_equal_assisted=rules.is_equal_assisted):
        proposed = Zone.SELF_SERVICE
    ticket = Ticket.objects.create(
        agency=agency, day=day, number=_next_number(agency, day), zone=wish.zone or proposed, first_zone=proposed,
        zone_reason="Người dân chọn" if wish.zone and wish.zone != proposed else "",
        priority=wish.priority, priority_reason=wish.priority_reason.strip(), birth_year=year,
        source=wish.source, procedure=wish.procedures[0] if wish.procedures else None, has_papers=wish.has_papers,
        booked_for=wish.booked_for, drawn_at=now, key=wish.key or new_key(), programme_ids=list(rules.programme_ids),
    )  # fmt: skip
    wanted = [Matter(ticket=ticket, procedure=one) for one in wish.procedures]
    Matter.objects.bulk_create(wanted or [Matter(ticket=ticket, words=wish.words.strip()[:200])])
    event = TicketDrawn(
        ticket_id=ticket.pk, agency_id=agency.pk, number=ticket.number, source=ticket.source, zone=ticket.zone,
        priority=ticket.priority,
    )  # fmt: skip
    record(event, about=ticket, by=by, at=now, is_first=True)
    return ticket


def _check(wish: Wish, year: int) -> None:
    if wish.birth_year is not None and not year - OLDEST <= wish.birth_year <= year:
        raise RuleBroken(f"Năm sinh {wish.birth_year} chưa đúng. Xin nhập bốn chữ số, ví dụ 1958.")
    if wish.priority not in Priority.values or wish.source not in Source.values:
        raise RuleBroken("Diện ưu tiên hoặc nơi lấy số không có trong danh sách.")
    if wish.zone and wish.zone not in Zone.values:
        raise RuleBroken("Khu này không có trong danh sách.")
    if len(wish.procedures) > MOST_MATTERS:
        raise RuleBroken(f"Mỗi số nhận tối đa {MOST_MATTERS} việc. Xin lấy thêm một số.")


def _next_number(agency: Agency, day: date) -> int:
    with connection.cursor() as cursor:
        cursor.execute(NEXT_NUMBER, [agency.pk, day])
        return int(cursor.fetchone()[0])


@transaction.atomic
def leave(ticket: Ticket, *, by: User | None, now: datetime) -> None:
    """The person goes home: by own word on the phone, or as the officer sees."""
    ticket.take(workflow.LEAVE)
    ticket.ended_at = now
    ticket.phone_token = ""
    ticket.save(update_fields=["ended_at", "phone_token"])
    event = TicketLeft(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number)
    record(event, about=ticket, by=by, at=now)
