"""One report from outside: routed by its position, its category suggested, suspicion and a likely duplicate noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gandan.dossiers.photos import Position
from gandan.people.models import User
from gandan.places.models import Agency

from ..alike import alike
from ..learned import suggested
from ..masking import suspicion
from ..models import Feedback
from ..routing import holder_of
from ..workflow import Status
from .receiving import Told, receive
from .screening import pass_on


@transaction.atomic
def report(commune: Agency, told: Told, *, by: User | None, now: datetime) -> Feedback:
    """Into the queue of the commune whose ground it is on. Where that commune does not work here, it is taken in by
    `commune` and passed on at once, in words.
    """
    home = holder_of(commune, told.where.latitude, told.where.longitude)
    taker = home if home.is_serving else commune
    if taker.pk != commune.pk:
        told = replace(told, where=replace(told.where, hamlet=None))
    made = receive(taker, _looked_at(taker, told, now), by=by, now=now)
    if home.pk != taker.pk and made.status == Status.NEW:
        pass_on(made, home, "Vị trí nằm ngoài địa bàn xã.", by=None, now=now)
    return made


def _looked_at(taker: Agency, told: Told, now: datetime) -> Told:
    category, sure = (told.suggested, told.confidence) if told.suggested else suggested(told.text)
    here = Position.of(told.where.latitude, told.where.longitude)
    known = alike(taker, told.text, told.category or category, here, now)
    return replace(
        told, suggested=category, confidence=sure or None, spam_score=round(suspicion(told.text), 2),
        possible_duplicate=known[0].feedback if known else None,
    )  # fmt: skip
