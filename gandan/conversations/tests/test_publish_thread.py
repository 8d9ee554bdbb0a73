"""Everybody reads the question, nobody reads who asked."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.masking import masked, tells_who
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Gọi 0912 345 118 nhé", "Gọi [số đã ẩn] nhé"),
        ("CCCD 030190012412.", "CCCD [số đã ẩn]."),
        ("thư lan@vi.du.vn", "thư [thư điện tử đã ẩn]"),
        ("Tôi là phạm thị lan, số nhà 12", "Tôi là [tên đã ẩn], số nhà [đã ẩn]"),
        ("Phí 50.000 đ, hạn 5 ngày", "Phí 50.000 đ, hạn 5 ngày"),
    ],
)
def test_masking(said: str, shown: str) -> None:
    assert masked(said, names=("Phạm Thị Lan",)) == shown
    assert not tells_who(shown, names=("Phạm Thị Lan",))


def test_it_works() -> None:
    made = make.answered(text="Tôi là Phạm Thị Lan, 0912345118, khai sinh cho cháu thế nào?")
    desk = make.at_desk(make.mai())
    page = desk.get(f"{make.OFFICER}{made.pk}/").content.decode()
    assert "[tên đã ẩn]" in page
    told = {"question": "Khai sinh cho cháu thế nào?", "answer": "Cần giấy chứng sinh."}
    desk.post(f"{make.OFFICER}{made.pk}/dang/", told)
    shown = Client().get("/hoi-dap/").content.decode()
    assert "Khai sinh cho cháu thế nào?" in shown
    assert "Phạm Thị Lan" not in shown


def test_refused_while_it_tells_who() -> None:
    made = make.answered()
    with pytest.raises(RuleBroken, match="Còn số điện thoại"):
        actions.publish_thread(made, "Gọi 0912345118", "Được", by=make.mai(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="Trả lời người hỏi trước"):
        actions.publish_thread(make.thread(), "Hỏi", "Được", by=make.mai(), now=make.MONDAY)
