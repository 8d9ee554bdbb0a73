"""A touchpoint with its poster and the address for an NFC tag."""

import pytest

from gandan.conversations.models import Touchpoint
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    make.version()
    desk = make.at_desk(make.hoa())
    form = {"name": "Bảng tin thôn 3", "place": "đầu thôn", "topic": "Khai sinh", "body": "Mang giấy chứng sinh.",
            "procedures": make.PROCEDURE, "is_open": "on"}  # fmt: skip
    make.commune()
    desk.post("/can-bo/diem-cham/them/", form)
    one = Touchpoint.objects.get()
    assert one.procedures.get().code == make.PROCEDURE
    key = one.key
    desk.post(f"/can-bo/diem-cham/{one.pk}/sua/", {**form, "topic": "Khai sinh, khai tử"})
    one.refresh_from_db()
    assert (one.topic, one.key) == ("Khai sinh, khai tử", key), "the mark stays good"
    assert f"/cham/{key}/" in desk.get(f"/can-bo/diem-cham/{one.pk}/").content.decode()
    assert desk.get(f"/can-bo/diem-cham/{one.pk}/ap-phich.pdf").content.startswith(b"%PDF")
    assert desk.get(f"/can-bo/diem-cham/{one.pk}/ma-qr.png").content.startswith(b"\x89PNG")


def test_rules() -> None:
    make.touchpoint()
    with pytest.raises(RuleBroken, match="Đã có điểm chạm"):
        make.touchpoint()
    with pytest.raises(RuleBroken, match="vĩ độ và kinh độ"):
        make.touchpoint("Khác", latitude=20.9)
