"""What the demonstration shows of reform: a model at work in four communes, one here, the chain of letters that asks for more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from gandan.dossiers.simulation.history import Planted
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.actions import Plan, apply_here, refresh_effect
from gandan.reforms.models import Adoption, Reform
from gandan.replication.story import tell_chain

ELSEWHERE, HERE = "ngay-thu-nam-khong-hen", "ngay-khong-cho"
PLANTED = Planted(ELSEWHERE, -0.30, 4)
"""Half a year ago four of the nine communes began “Ngày thứ năm không hẹn”: what it changed can be looked for."""
WEEKS_HERE = 6


def take_up(commune: Agency, leader: User, *, now: datetime) -> Adoption:
    """Six weeks ago the commune began “Ngày không chờ”: later dossiers of Tuesdays and Fridays are promised the same day."""
    begun = now - timedelta(weeks=WEEKS_HERE)
    plan = Plan(
        start_on=localdate(begun), responsible=leader, scope="Thủ tục có thời hạn 3, 5, 7 ngày, nộp tại Trung tâm hoặc trực tuyến.",
        text="Lãnh đạo trực ký tại Trung tâm thứ Ba và thứ Sáu.",
    )  # fmt: skip
    return apply_here(Reform.objects.get(code=HERE), plan, agency=commune, by=leader, now=begun)


def tell_reforms(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """The letters, and the effects reckoned, so that the pages have figures from the first minute."""
    tell_chain(commune, people, now=now)
    for reform in Reform.objects.filter(code__in=(ELSEWHERE, HERE)):
        refresh_effect(reform, now=now)
