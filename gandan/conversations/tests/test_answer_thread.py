"""An answer stands under the name of who gave it, stops the clock and goes into Zalo."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.jobs import deliver_turn
from gandan.conversations.models import Thread
from gandan.core.errors import RuleBroken
from gandan.gateways.carriers import CarrierDown, CarrierRefused
from gandan.gateways.carriers.fake import FakeCarrier
from gandan.journal.tests.settle import settle

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    make.version()
    made = make.thread()
    form = {"text": "Cần giấy chứng sinh.", "cards": make.PROCEDURE, "press_key": "k1", "website": ""}
    for _ in range(2):
        assert make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/tra-loi/", form).status_code == 302
    made = make.fresh(made)
    assert (made.status, made.answered_by, made.is_in_time) == ("answered", make.mai(), True)
    assert made.turns.filter(side="officer").count() == 1
    page = Client().get(f"/hoi-dap/{made.key}/").content.decode()
    assert make.mai().full_name in page
    assert f"/thu-tuc/{make.PROCEDURE}/" in page


def test_late_is_late_for_good() -> None:
    made = make.thread()
    actions.answer_thread(made, actions.Answer("Muộn"), by=make.mai(), now=make.at(30))
    actions.write_on(make.fresh(made), make.asking("Hỏi nữa"), now=make.at(31))
    actions.answer_thread(make.fresh(made), actions.Answer("Nhanh"), by=make.mai(), now=make.at(31.5))
    assert make.fresh(made).is_in_time is False


def test_nothing_said_and_closed() -> None:
    made = make.answered()
    with pytest.raises(RuleBroken, match="Ghi câu trả lời"):
        actions.answer_thread(made, actions.Answer(" "), by=make.mai(), now=make.MONDAY)
    actions.close_thread(made, by=make.mai(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="đã đóng"):
        actions.answer_thread(made, actions.Answer("x"), by=make.mai(), now=make.MONDAY)


def test_an_unknown_procedure_is_said() -> None:
    made = make.thread()
    form = {"text": "x", "cards": "9.999999", "press_key": "k1", "website": ""}
    page = make.at_desk(make.mai()).post(f"{make.OFFICER}{made.pk}/tra-loi/", form).content.decode()
    assert "Không có thủ tục mã 9.999999" in page


def _zalo_thread() -> Thread:
    make.commune()
    make.zalo()
    settle()
    FakeCarrier.forget()
    return Thread.objects.get()


def test_into_zalo_once_with_name_and_page(carriers: type[FakeCarrier]) -> None:
    made = _zalo_thread()
    turn = actions.answer_thread(made, actions.Answer("Cần giấy chứng sinh."), by=make.mai(), now=make.at(1))
    settle()
    deliver_turn(turn.pk)
    (sent,) = carriers.sent
    assert (sent.supplier, sent.to, sent.key) == ("zalo-oa", "614", f"turn-{turn.pk}")
    assert make.mai().full_name in sent.text
    assert f"/hoi-dap/{made.key}/" in sent.text
    turn.refresh_from_db()
    assert turn.delivery == "sent"


def test_zalo_refuses_or_is_down(carriers: type[FakeCarrier]) -> None:
    made = _zalo_thread()
    carriers.failures["zalo-oa"] = CarrierRefused("Quá 7 ngày từ tin cuối.")
    turn = actions.answer_thread(made, actions.Answer("x"), by=make.mai(), now=make.at(1))
    settle()
    turn.refresh_from_db()
    assert (turn.delivery, turn.trouble) == ("failed", "Quá 7 ngày từ tin cuối.")
    carriers.failures["zalo-oa"] = CarrierDown("Zalo chưa trả lời.")
    turn = actions.answer_thread(make.fresh(made), actions.Answer("y"), by=make.mai(), now=make.at(2))
    with pytest.raises(CarrierDown):
        deliver_turn(turn.pk)
    turn.refresh_from_db()
    assert (turn.delivery, turn.trouble) == ("waiting", "Zalo chưa trả lời.")
    carriers.failures["zalo-oa"] = CarrierDown("Không rõ đã tới chưa.", may_have_taken=True)
    deliver_turn(turn.pk)
    turn.refresh_from_db()
    assert turn.delivery == "failed", "never sent twice"
