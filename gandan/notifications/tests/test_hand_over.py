"""The queue in the hands of one worker, without threads: hand over, ask, note."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from gandan.dossiers.tests import make as dossiers
from gandan.notifications.actions import hand_over, note_answers, note_receipt
from gandan.notifications.models import Message, Notice, Preference, Supplier
from gandan.notifications.sending import hand

from . import make
from .make import Crash, Double

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]
NOW = dossiers.MONDAY


def work(now: object = NOW, **more: object) -> int:
    """One round of the worker. Returns how many were handed over."""
    handings = hand_over(now=now, **more)  # type: ignore[arg-type]  # the stories' clock
    note_answers([hand(one) for one in handings], now=now)  # type: ignore[arg-type]
    return len(handings)


def until_quiet(now: object = NOW) -> None:
    for _ in range(20):
        if not work(now) and not Notice.objects.due(now).exists():  # type: ignore[arg-type]
            return
    raise AssertionError("the queue never gets quiet")


def channels() -> list[tuple[str, str]]:
    return [(one.channel, one.delivery) for one in Message.objects.order_by("pk")]


def test_it_works() -> None:
    one = make.notice()
    until_quiet()
    [message] = one.messages.all()
    assert (message.channel, message.delivery) == ("zalo", "accepted")
    assert note_receipt(supplier=message.supplier, reference=message.reference, state="delivered", now=NOW)
    one.refresh_from_db()
    assert (one.status, one.proved_by, one.next_at) == ("proved", "zalo", None)
    assert one.first_accepted_at is not None


def test_zalo_refuses_the_first_sms_supplier_is_dead_the_second_delivers() -> None:
    Double.forget(zalo_1="refuse", zalo_2="refuse", sms_1="down")
    make.notices(20)
    until_quiet()
    accepted = Message.objects.filter(delivery="accepted")
    assert {one.supplier for one in accepted} == {"sms-2"}
    assert accepted.count() == 20
    assert len(Double.reached) == 20


def test_no_receipt_in_the_time_of_zalo_goes_down_to_sms_then_to_the_list_of_calls() -> None:
    one = make.notice()
    until_quiet()
    until_quiet(NOW + timedelta(minutes=9))
    assert channels() == [("zalo", "accepted")]
    until_quiet(NOW + timedelta(minutes=10))
    assert channels() == [("zalo", "accepted"), ("sms", "accepted")]
    until_quiet(NOW + timedelta(minutes=41))
    one.refresh_from_db()
    assert (one.status, one.listed_at) == ("calling", NOW + timedelta(minutes=41))
    assert one.next_at is not None
    until_quiet(one.next_at)
    one.refresh_from_db()
    assert one.status == "handing"
    assert one.next_at is None


def test_a_worker_killed_after_the_supplier_took_it_hands_over_the_same_key_again() -> None:
    Double.forget(zalo_1="crash", zalo_2="crash")
    make.notice()
    [handing] = hand_over(now=NOW)
    with pytest.raises(Crash):
        hand(handing)
    Double.faults.clear()
    assert hand_over(now=NOW + timedelta(seconds=30)) == []
    until_quiet(NOW + timedelta(seconds=61))
    assert len(Double.reached) == 1
    assert len(Double.asked) == 1
    [message] = Message.objects.all()
    assert (message.delivery, message.tries) == ("accepted", 2)


def test_an_answer_that_is_lost_is_never_taken_to_another_supplier() -> None:
    Double.forget(zalo_1="half", zalo_2="half")
    make.notice()
    for seconds in (0, 61, 122):
        until_quiet(NOW + timedelta(seconds=seconds))
    assert len(Double.reached) == 1
    assert len({supplier for supplier, _ in Double.asked}) == 1


def test_urgent_first_then_required_then_the_rest_and_no_more_than_a_supplier_may_get() -> None:
    happened = make.entry()
    make.notices(3, urgency=2, phone="0911000002", entry=happened)
    make.notices(3, urgency=1, phone="0911000001", entry=happened)
    make.notices(3, urgency=0, phone="0911000000", entry=happened)
    room = {"zalo-1": 2, "zalo-2": 2, "sms-1": 0, "sms-2": 0}
    assert work(room=room) == 4
    assert [to[-1] for _, _, to in Double.reached] == ["0", "0", "0", "1"]
    assert room["zalo-1"] + room["zalo-2"] == 0


def test_at_night_only_the_urgent_leaves() -> None:
    night = dossiers.moment(23, 22)
    quiet, loud = make.notice(next_at=night), make.notice(next_at=night, urgency=0)
    until_quiet(night)
    quiet.refresh_from_db()
    assert quiet.next_at == dossiers.moment(24, 7)
    assert [message.notice_id for message in Message.objects.all()] == [loud.pk]
    until_quiet(dossiers.moment(24, 7))
    assert quiet.messages.count() == 1


def test_a_citizen_who_does_not_want_zalo_gets_sms() -> None:
    lan = dossiers.citizen()
    Preference.objects.create(user=lan, order=["sms"], changed_at=NOW)
    make.notice(recipient=lan)
    until_quiet()
    assert channels() == [("sms", "accepted")]


def test_what_need_not_be_proved_rests_with_the_first_supplier_that_takes_it() -> None:
    one = make.notice(is_required=False, urgency=2)
    until_quiet()
    one.refresh_from_db()
    assert (one.status, one.next_at) == ("sent", None)


def test_who_has_nothing_but_an_address_is_on_the_list_of_papers_at_once() -> None:
    one = make.notice(phone="", address="Thôn Ngọc Lâm")
    until_quiet()
    one.refresh_from_db()
    assert one.status == "handing"


def test_without_suppliers_nothing_counts_as_sent(settings: Settings) -> None:
    settings.CARRIERS = {"sms": {"sms-local": "gandan.gateways.carriers.local.LocalCarrier"}}
    one = make.notice()
    until_quiet()
    one.refresh_from_db()
    assert (one.status, one.messages.count()) == ("calling", 0)


def test_a_batch_costs_the_same_number_of_statements_whatever_its_size() -> None:
    def cost(count: int) -> int:
        make.notices(count)
        with CaptureQueriesContext(connection) as counted:
            work()
        return len(counted)

    make.notices(20)
    until_quiet()
    small = cost(5)
    until_quiet()
    assert cost(60) <= small + 1  # one more when a supplier's weight moves
    assert small <= 22


def test_the_weights_of_suppliers_move_slowly_and_a_dead_one_rests() -> None:
    Double.forget(zalo_1="down")
    make.notices(30)
    until_quiet()
    dead, well = Supplier.objects.order_by("name")
    assert (dead.name, dead.weight, well.weight) == ("zalo-1", 80, 100)
    assert dead.probe_at == NOW + timedelta(seconds=30)
    Double.asked.clear()
    make.notices(30)
    until_quiet()
    assert {supplier for supplier, _ in Double.asked} == {"zalo-2"}
