"""A long message and the receipts of its parts, in whatever order they come."""

import pytest
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.receipts import state_of
from gandan.journal.models import Entry


def note(part: str, state: str = "delivered") -> None:
    actions.note_receipt(actions.Told("sms", "sms-1", part, state), now=timezone.now())


def parts() -> str:
    return actions.note_parts("sms-1", ["a", "b"], now=timezone.now())


def told() -> list[tuple[str, str]]:
    entries = Entry.objects.filter(kind="ReceiptArrived").order_by("pk")
    return [(entry.data["reference"], entry.data["state"]) for entry in entries]


@pytest.mark.django_db
def test_the_whole_arrives_with_its_last_part() -> None:
    whole = parts()
    note("b")
    assert state_of("sms-1", whole) == ""
    note("a")
    assert told() == [(whole, "delivered")]


@pytest.mark.django_db
def test_one_lost_part_loses_the_whole() -> None:
    whole = parts()
    note("a")
    note("b", "failed")
    assert told() == [(whole, "failed")]


@pytest.mark.django_db
def test_a_receipt_that_overtook_us_counts() -> None:
    note("a")
    note("b")
    whole = parts()
    assert told()[-1] == (whole, "delivered")
