import pytest
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.tests import office
from gandan.notifications.actions import note_carried
from gandan.notifications.models import Notice

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]
NOW = dossiers.MONDAY


def waiting() -> Notice:
    return make.notice(status="handing", listed_at=NOW, next_at=None, name="Trần Thị Tám", address="Thôn Ngọc Lâm")


def test_it_works() -> None:
    one = waiting()
    desk = office.at_desk(office.minh())
    assert "Thôn Ngọc Lâm" in desk.get(reverse("notifications:carries")).content.decode()
    assert "ký nhận" in desk.get(reverse("notifications:paper", args=[one.pk])).content.decode()
    address = reverse("notifications:note_carried", args=[one.pk])
    desk.post(address, {"channel": "letter", "result": "sent"})
    one.refresh_from_db()
    assert one.status == "handing"
    desk.post(address, {"channel": "head", "result": "handed"})
    one.refresh_from_db()
    assert (one.status, one.proved_by) == ("proved", "head")
    assert [step.delivery for step in one.messages.order_by("pk")] == ["handed", "delivered"]


def test_only_what_is_on_a_list_and_only_by_paper() -> None:
    with pytest.raises(RuleBroken, match="thư giấy hoặc trưởng thôn"):
        note_carried(waiting(), channel="sms", result="handed", by=office.minh(), now=NOW)
    with pytest.raises(RuleBroken, match="không phải đưa nữa"):
        note_carried(make.notice(status="proved"), channel="head", result="handed", by=office.minh(), now=NOW)
