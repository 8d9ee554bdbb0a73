"""The chain 8026 → 500 told through the real actions at its real moments: what a newcomer sees first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.timezone import localdate

from gandan.measures.periods import Period
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.tasks import actions as task_actions
from gandan.tasks.models import Task

from . import actions, chains
from .models import Directive

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
ABOVE_AT = datetime(2025, 10, 9, 9, 0, tzinfo=VIETNAM)
OWN_AT = datetime(2025, 10, 14, 16, 31, tzinfo=VIETNAM)


def tell_chain(commune: Agency, people: Mapping[str, User], *, now: datetime) -> Directive | None:
    """The province's letter, the commune's own after five days, its tasks done in the quarter; and this half year's call.

    Needs the shipped models, and `sonoivu`, `lanhdao`, `chuyenvien` among `people`. Told before, it changes nothing.
    """
    province = commune.province
    above, own = chains.told(chains.CHI_MINH, "8026"), chains.told(chains.CHI_MINH, "500")
    if province is None or Directive.objects.filter(number=above["number"]).exists():
        return None
    hien, hoa, minh = people["sonoivu"], people["lanhdao"], people["chuyenvien"]
    letter = chains.draft(above, issuer=province, by=hien, now=ABOVE_AT)
    actions.issue(letter, by=hien, now=ABOVE_AT)
    for reader in (hoa, minh):
        actions.read_directive(letter, by=reader, now=ABOVE_AT + timedelta(days=1))
    actions.acknowledge(letter.receipts.get(agency=commune), by=hoa, now=ABOVE_AT + timedelta(hours=5))
    derived = chains.draft_from(letter, own, commune=commune, by=hoa, now=OWN_AT)
    actions.issue(derived, by=hoa, now=OWN_AT)
    for task in Task.objects.filter(clause_target__clause__directive=derived):
        _do(task, hoa, OWN_AT + timedelta(days=1))
    _call(province, hien, now)
    return derived


def _do(task: Task, hoa: User, at: datetime) -> None:
    """Taken the next day, done and accepted in November 2025."""
    task_actions.acknowledge(task, by=hoa, now=at)
    task_actions.finish(task, result="Đã trình Chủ tịch UBND xã.", by=hoa, now=at + timedelta(days=30))
    task_actions.accept(task, by=hoa, now=at + timedelta(days=32))


def _call(province: Agency, hien: User, now: datetime) -> None:
    """The report of this half year, before 25/5 or 25/11, whichever comes next (requirements 4.3)."""
    today = localdate(now)
    ends = [(today.replace(month=5, day=25), 1, 6), (today.replace(month=11, day=25), 7, 12)]
    coming = next(((due, first, last) for due, first, last in ends if due > today + timedelta(days=1)), None)
    due, first, last = coming or (today.replace(year=today.year + 1, month=5, day=25), 1, 6)
    start = due.replace(month=first, day=1)
    end = due.replace(month=last, day=30 if last == 6 else 31)
    title = f"Báo cáo cải cách hành chính 6 tháng, năm {due.year}"
    call = actions.Call(title=title, period=Period(start, end, title), due_on=due, groups=("communes",))
    actions.open_round(call, issuer=province, by=hien, now=now)
