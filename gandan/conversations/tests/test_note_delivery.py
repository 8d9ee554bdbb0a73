"""How far an answer got, by the carrier's receipts."""

import pytest

from gandan.conversations import actions
from gandan.conversations.actions.delivering import Carried
from gandan.conversations.models import Thread
from gandan.core.errors import RuleBroken
from gandan.gateways.actions import note_receipt
from gandan.gateways.actions.receipts import Told
from gandan.gateways.carriers.fake import FakeCarrier
from gandan.journal.tests.settle import settle

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works(carriers: type[FakeCarrier]) -> None:
    make.commune()
    make.zalo()
    settle()
    turn = actions.answer_thread(Thread.objects.get(), actions.Answer("x"), by=make.mai(), now=make.at(1))
    settle()
    note_receipt(
        Told(channel="zalo", supplier="zalo-oa", reference=f"zalo-oa:turn-{turn.pk}", state="seen"), now=make.at(2)
    )
    settle()
    turn.refresh_from_db()
    assert turn.delivery == "seen"
    actions.note_delivery(turn, Carried("sent"), now=make.at(3))
    assert turn.delivery == "seen", "what was seen stays seen"


def test_our_own_page_needs_no_carrier() -> None:
    turn = make.answered().turns.last()
    assert turn
    with pytest.raises(RuleBroken, match="không gửi qua Zalo"):
        actions.note_delivery(turn, Carried("sent"), now=make.MONDAY)
