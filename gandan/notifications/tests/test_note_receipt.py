import pytest

from gandan.dossiers.tests import make as dossiers
from gandan.notifications.actions import hand_over, note_answers, note_receipt
from gandan.notifications.models import Message, Notice
from gandan.notifications.sending import hand

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]
NOW = dossiers.MONDAY


def accepted() -> tuple[Notice, Message]:
    one = make.notice()
    note_answers([hand(handing) for handing in hand_over(now=NOW)], now=NOW)
    return one, one.messages.get()


def note(message: Message, state: str) -> bool:
    return note_receipt(supplier=message.supplier, reference=message.reference, state=state, now=NOW)


def test_it_works() -> None:
    one, message = accepted()
    assert note(message, "delivered")
    one.refresh_from_db()
    assert (one.status, one.proved_by, one.proved_at) == ("proved", "zalo", NOW)


def test_duplicates_and_older_words_change_nothing() -> None:
    _, message = accepted()
    assert note(message, "seen")
    assert [note(message, state) for state in ("seen", "delivered", "failed")] == [False, False, False]
    assert Message.objects.get().delivery == "read"


def test_what_did_not_arrive_goes_down_the_ladder_and_may_still_arrive_later() -> None:
    one, message = accepted()
    assert note(message, "failed")
    note_answers([hand(handing) for handing in hand_over(now=NOW)], now=NOW)
    assert [tried.channel for tried in one.messages.order_by("pk")] == ["zalo", "sms"]
    assert note(message, "delivered")
    one.refresh_from_db()
    assert one.status == "proved"


def test_a_receipt_takes_a_notice_off_the_list_of_calls() -> None:
    one, message = accepted()
    Notice.objects.update(status="calling")
    assert note(message, "delivered")
    one.refresh_from_db()
    assert (one.status, one.next_at) == ("proved", None)


def test_a_receipt_of_somebody_elses_message_is_nothing() -> None:
    assert not note_receipt(supplier="sms-1", reference="unknown", state="delivered", now=NOW)
    assert not note_receipt(supplier="sms-1", reference="", state="delivered", now=NOW)
