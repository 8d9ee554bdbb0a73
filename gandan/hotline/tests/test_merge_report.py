"""Steps of a call, in any order, told twice: one call (S3.34)."""

from datetime import timedelta
from itertools import permutations

import pytest

from gandan.gateways.actions import Call as Reported
from gandan.gateways.actions import report_call
from gandan.gateways.models import CallState as Told
from gandan.hotline import actions
from gandan.hotline.merging import Known, Step, merged
from gandan.hotline.models import Call, CallBack, CallState, Outcome
from gandan.journal.models import Entry
from gandan.journal.tests.settle import settle

from . import make

SECOND = timedelta(seconds=1)
STEPS = (
    Step(state="ringing", at=make.NOW), Step(state="answered", at=make.NOW + 9 * SECOND, rings=2),
    Step(state="ended", at=make.NOW + 69 * SECOND, rings=2, seconds=60),
)  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(STEPS)))
def test_the_order_does_not_matter(order: tuple[Step, ...]) -> None:
    known = Known(direction="in", began_at=order[0].at)
    for step in (*order, *order):
        known = merged(known, step)
    assert known == Known(
        direction="in",
        began_at=make.NOW,
        answered_at=make.NOW + 9 * SECOND,
        ended_at=make.NOW + 69 * SECOND,
        rings=2,
        seconds=60,
    )
    assert known.state == "ended"


@pytest.mark.django_db
def test_a_security_call_at_two_rings_who_is_on_duty() -> None:
    night = make.moment("2026-11-23 02:00")
    make.shift(starts=night - timedelta(hours=7), hours=12)
    call = make.told(at=night)
    assert call.on_duty == make.dung()
    came = Entry.objects.get(kind="CallCame")
    assert came.data["on_duty_id"] == make.dung().pk
    assert make.CALLER not in str(came.data)
    assert call.caller_masked != make.CALLER


@pytest.mark.django_db
def test_a_missed_call_is_owed_one_within_the_minutes_of_the_rule() -> None:
    make.conduct()
    for _ in range(2):
        call = make.missed()
    assert CallBack.objects.get(call=call).due_at == make.at(hours=0.5)
    assert Entry.objects.filter(kind="CallMissed").count() == 1


@pytest.mark.django_db
def test_outside_office_hours_the_minutes_begin_in_the_morning_and_the_call_is_forwarded() -> None:
    make.conduct()
    make.keeping()
    make.shift(starts=make.at(hours=-12), hours=24)
    call = make.missed(line=make.order(), at=make.moment("2026-11-23 05:00"))
    assert call.is_after_hours
    assert call.forwarded_to == make.security()
    assert call.on_duty == make.dung()
    assert call.call_back.due_at == make.moment("2026-11-23 08:00")


@pytest.mark.django_db
def test_calling_again_or_being_called_pays_the_debt() -> None:
    call = make.missed()
    make.outgoing(at=make.at(hours=0.2), seconds=40)
    debt = CallBack.objects.get(call=call)
    assert debt.outcome == Outcome.REACHED
    other = make.missed(call_id="3", caller="0987000111")
    make.answered(call_id="4", caller="0987000111", at=make.at(hours=0.1))
    assert CallBack.objects.get(call=other).outcome == Outcome.CAME_AGAIN


@pytest.mark.django_db
def test_a_withheld_number_is_missed_but_cannot_be_called_back() -> None:
    make.missed(caller="")
    assert not CallBack.objects.exists()


@pytest.mark.django_db
def test_what_the_exchange_reports_becomes_a_call() -> None:
    line = make.order()
    for state in (Told.MISSED, Told.RINGING):
        report_call(Reported(call_id="9", line="101", state=state, at=make.NOW, caller=make.CALLER), now=make.NOW)
    report_call(Reported(call_id="10", line="9999", state=Told.MISSED, at=make.NOW), now=make.NOW)
    settle()
    call = Call.objects.get()
    assert (call.line, call.extension, call.state) == (line, "101", CallState.MISSED)


@pytest.mark.django_db
def test_an_answer_told_late_outweighs_missed() -> None:
    make.missed()
    call = actions.merge_report(make.security(), make.report("answered", at=make.at(hours=0.001)), now=make.NOW)
    assert call.state == CallState.TALKING
    assert CallBack.objects.get(call=call).outcome == Outcome.CAME_AGAIN
