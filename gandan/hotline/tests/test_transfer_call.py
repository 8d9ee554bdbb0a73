"""The province hands a caller over with a ticket (S4.5)."""

import pytest

from gandan.hotline import actions
from gandan.hotline.actions import Asked
from gandan.hotline.models import SupportTicket
from gandan.people.models import Role
from gandan.people.tests.make import province, staff

from . import make

pytestmark = pytest.mark.django_db
DESK = "/lanh-dao/tong-dai/"


def test_the_desk_transfers_the_commune_answers_the_desk_sees_it() -> None:
    line = make.order()
    desk = make.signed_in(staff("tongdai", Role.OVERSIGHT, agency=province()))
    desk.post(f"{DESK}so/{line.pk}/goi-thu/", {"is_connected": "1"})
    typed = {
        "line": line.pk,
        "topic": "procedure",
        "text": "Hỏi khai sinh",
        "name": "Bà Lan",
        "phone": make.CALLER,
        "press_key": "k",
    }
    desk.post(DESK, typed)
    desk.post(DESK, typed)
    ticket = SupportTicket.objects.get()
    page = desk.get(DESK).content.decode()
    assert "1 trên 1 đường dây đã gọi thử hôm nay" in page
    assert "chờ đơn vị trả lời" in page
    minh = make.signed_in(make.minh())
    assert "Hỏi khai sinh" in minh.get(f"{make.OFFICER}phieu-ho-tro/").content.decode()
    minh.post(f"{make.OFFICER}phieu-ho-tro/{ticket.pk}/dong/", {"result": "Đã hướng dẫn nộp trực tuyến"})
    assert "Đã hướng dẫn nộp trực tuyến" in desk.get(DESK).content.decode()


def test_another_commune_sees_nothing() -> None:
    actions.transfer_call(
        make.order(), Asked(topic="other", text="Việc riêng của bà Lan", press_key="k"), by=make.hoa(), now=make.NOW
    )
    binh = make.signed_in(make.binh())
    assert "Việc riêng" not in binh.get(DESK).content.decode()
    assert "Việc riêng" not in binh.get(f"{make.OFFICER}phieu-ho-tro/").content.decode()
    assert (
        binh.post(f"{make.OFFICER}phieu-ho-tro/{SupportTicket.objects.get().pk}/dong/", {"result": "x"}).status_code
        == 404
    )
