from datetime import timedelta

import pytest

from gandan.dossiers.tests import make as dossiers
from gandan.gateways.models import Receipt
from gandan.notifications.actions import hand_over, note_answers, note_receipt
from gandan.notifications.actions.delivering import Answer
from gandan.notifications.models import Message, Supplier
from gandan.notifications.sending import hand

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]
NOW = dossiers.MONDAY


def test_it_works() -> None:
    one = make.notice()
    [handing] = hand_over(now=NOW)
    note_answers([Answer(handing, "accepted", NOW + timedelta(seconds=2), "abc")], now=NOW + timedelta(seconds=2))
    one.refresh_from_db()
    [message] = one.messages.all()
    assert (message.delivery, message.reference) == ("accepted", "abc")
    assert one.first_accepted_at == NOW + timedelta(seconds=2)


def test_a_receipt_that_came_before_the_reference_was_noted_counts() -> None:
    one = make.notice()
    [handing] = hand_over(now=NOW)
    Receipt.objects.create(channel="zalo", supplier=handing.supplier, reference="abc", state="delivered", at=NOW)
    assert not note_receipt(supplier=handing.supplier, reference="abc", state="delivered", now=NOW)
    note_answers([Answer(handing, "accepted", NOW, "abc")], now=NOW)
    one.refresh_from_db()
    assert (one.status, one.proved_by) == ("proved", "zalo")


def test_a_receipt_that_slipped_in_between_is_found_before_the_next_rung() -> None:
    one = make.notice()
    [handing] = hand_over(now=NOW)
    note_answers([Answer(handing, "accepted", NOW, "abc")], now=NOW)
    hand_over(now=NOW)
    Receipt.objects.create(channel="zalo", supplier=handing.supplier, reference="abc", state="seen", at=NOW)
    hand_over(now=NOW + timedelta(minutes=10))
    one.refresh_from_db()
    assert (one.status, Message.objects.get().delivery) == ("proved", "read")


def test_an_answer_told_late_does_not_undo_a_proof() -> None:
    make.notice()
    [handing] = hand_over(now=NOW)
    note_answers([hand(handing)], now=NOW)
    message = Message.objects.get()
    note_receipt(supplier=message.supplier, reference=message.reference, state="delivered", now=NOW)
    note_answers([Answer(handing, "down", NOW)], now=NOW)
    assert Message.objects.get().delivery == "delivered"


def test_a_refusal_says_nothing_about_the_supplier_and_slowness_does() -> None:
    make.notices(2)
    first, second = hand_over(now=NOW)
    note_answers([Answer(first, "refused", NOW), Answer(second, "accepted", NOW, "x", seconds=9.0)], now=NOW)
    slow = Supplier.objects.get()
    assert (slow.accepted, slow.failed) == (0, 1)
