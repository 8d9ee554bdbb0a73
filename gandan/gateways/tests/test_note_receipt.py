"""Receipts of carriers."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.receipts import state_of
from gandan.journal.models import Entry


def note(state: str, reference: str = "r-1", supplier: str = "sms-1") -> bool:
    return actions.note_receipt(actions.Told("sms", supplier, reference, state), now=timezone.now())


@pytest.mark.django_db
def test_each_state_is_told_once() -> None:
    assert [note("failed"), note("delivered"), note("delivered"), note("seen")] == [True, True, False, True]
    assert state_of("sms-1", "r-1") == "seen"
    assert Entry.objects.filter(kind="ReceiptArrived").count() == 3


@pytest.mark.django_db
def test_the_same_reference_of_another_supplier_is_another_message() -> None:
    note("delivered")
    assert state_of("sms-2", "r-1") == ""
