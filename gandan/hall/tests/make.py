"""Plain makers of the hall: a commune with counters, officers who sit there, people who come. Monday 23/11/2026."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from gandan.catalog.models import Procedure
from gandan.catalog.tests.make import version
from gandan.hall import actions
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Counter, Ticket
from gandan.people.models import Role, User
from gandan.people.tests import make as people
from gandan.places.models import Agency

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def at(minutes: int) -> datetime:
    """Minutes after 8:00."""
    return MONDAY + timedelta(minutes=minutes)


def counter(number: int = 1, *, of: Agency | None = None, **more: object) -> Counter:
    return actions.keep_counter(of or people.commune(), number=number, **more)  # type: ignore[arg-type]  # by name


def officer(username: str = "minh", *, of: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or people.staff(
        username, str(Role.RECEPTION), agency=of or people.commune()
    )


def open_counter(number: int = 1, username: str = "minh", **more: object) -> tuple[Counter, User]:
    """A counter at which an officer sits."""
    made, sitting = counter(number, **more), officer(username)  # type: ignore[arg-type]  # by name
    actions.open_counter(made, by=sitting, now=MONDAY)
    return made, sitting


def procedure(code: str = "1.001193", name: str = "Đăng ký khai sinh") -> Procedure:
    found = Procedure.objects.filter(code=code).first()
    return found or version(code, name).procedure


def ticket(minutes: int = 0, **wish: object) -> Ticket:
    """Somebody draws a number so many minutes after 8:00."""
    return actions.draw(people.commune(), Wish(**wish), by=None, now=at(minutes))  # type: ignore[arg-type]  # by name


def fresh(one: Ticket) -> Ticket:
    return Ticket.objects.get(pk=one.pk)
