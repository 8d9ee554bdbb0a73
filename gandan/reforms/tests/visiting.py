"""A visit asked for, for the tests of its verbs."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from gandan.people.models import User
from gandan.reforms import actions
from gandan.reforms.models import Visit
from gandan.reforms.tests import make


def asked(by: User | None = None, **more: Any) -> Visit:
    booking = actions.Booking(
        make.commune(), make.other_commune(), make.TODAY + timedelta(days=9), 3, "Xem quầy ngày thứ Năm"
    )
    return actions.book_visit(make.reform(), replace(booking, **more), by=by or make.clerk(), now=make.NOW)
